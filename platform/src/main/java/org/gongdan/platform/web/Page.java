package org.gongdan.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import org.gongdan.platform.problem.DomainException;

/**
 * One page of a list.
 *
 * @param items rows of this page
 * @param next  cursor of the next page, or null on the last
 */
public record Page<T>(List<T> items, String next) {

    public static final int LARGEST = 200;

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
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new DomainException.InvalidInput("cursor", "cursor-malformed");
        }
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
