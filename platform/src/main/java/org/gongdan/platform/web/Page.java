package org.gongdan.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Texts;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException;

/**
 * One page of a list.
 *
 * @param items rows of this page
 * @param next  cursor of the next page, or null on the last
 */
public record Page<T>(List<T> items, String next) {

    public static final int LARGEST = 200;
    /** Stands between a cursor and its seal. */
    static final char SEAL = '.';

    /**
     * Cuts a page out of {@code limit + 1} rows.
     *
     * @param rows  up to {@code limit + 1} rows in order; the extra one only tells that there is more
     * @param keyOf sort key of a row, given back by the caller as cursor
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, String> keyOf, Function<R, T> view) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(view).toList(), more ? encode(keyOf.apply(shown.getLast())) : null);
    }

    /** @return the sort key in a cursor, or null for the first page. @throws DomainException.InvalidInput when it is not one of ours */
    public static String decode(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(unsealed(cursor)));
            String key = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            Texts.mustFit(key);
            return key;
        } catch (IllegalArgumentException | CharacterCodingException | Misfit malformed) {
            throw malformed();
        }
    }

    /** The same for a key that is an id. */
    public static UUID decodeId(String cursor) {
        return decode(cursor, Values::id);
    }

    /** The same for a key of another form. @param reading of the key; throws when it is malformed */
    public static <T> T decode(String cursor, Function<String, T> reading) {
        String key = decode(cursor);
        try {
            return key == null ? null : reading.apply(key);
        } catch (Misfit | IllegalArgumentException | DateTimeException | IndexOutOfBoundsException malformed) {
            throw malformed();
        }
    }

    /** @return the cursor without the seal that {@link CursorSeal} has checked */
    static String unsealed(String cursor) {
        int seal = cursor.lastIndexOf(SEAL);
        return seal < 0 ? cursor : cursor.substring(0, seal);
    }

    static DomainException.InvalidInput malformed() {
        return new DomainException.InvalidInput("cursor", "cursor-malformed");
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
