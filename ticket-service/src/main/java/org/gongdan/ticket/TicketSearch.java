package org.gongdan.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Where;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Finds tickets whose number, customer and summary hold all words, newest first. A word that many tickets hold is found among the newest,
 * a rare one by the index of letter pairs; each is slow at what the other does well.
 */
final class TicketSearch {

    private static final int NEWEST = 1000;
    private static final String FIND = """
            with newest as (select id, words from ticket where %1$s order by id desc limit %2$d)
            (select id from newest where words like all(%3$s) order by id desc limit %4$d)
            union all
            (select id from ticket where %1$s and letter_pairs(words) @> %5$s and words like all(%3$s)
                and id < (select id from newest order by id limit 1) order by id desc limit %4$d)
            limit %4$d""";

    private TicketSearch() {
    }

    static Uni<List<Ticket>> find(Mutiny.Session session, Where filter, String query, int limit) {
        String[] words = query.strip().toLowerCase(Locale.ROOT).split("\\s+");
        String patterns = filter.value(Arrays.stream(words).map(word -> "%" + escaped(word) + "%").toArray(String[]::new));
        String pairs = filter.value(Arrays.stream(words).flatMap(TicketSearch::pairs).distinct().toArray(String[]::new));
        return Sql.column(session, UUID.class, FIND.formatted(filter, NEWEST, patterns, limit, pairs), filter.values())
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : session.find(Ticket.class, ids.toArray()));
    }

    private static Stream<String> pairs(String word) {
        int[] letters = word.codePoints().toArray();
        return IntStream.range(0, letters.length - 1).mapToObj(i -> new String(letters, i, 2));
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
