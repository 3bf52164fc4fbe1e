package org.gongdan.platform.tx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.smallrye.mutiny.Uni;

/** Rows that a transaction adds and does not read again: collected, and written by one statement at its end. */
final class Appends {

    private static final Map<List<AppendTable>, String> STATEMENTS = new ConcurrentHashMap<>();

    private final Map<AppendTable, List<Object[]>> rows = new LinkedHashMap<>();

    void add(AppendTable table, Object... values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException(table.name() + " has " + table.columns().size() + " columns, not " + values.length);
        }
        rows.computeIfAbsent(table, ignored -> new ArrayList<>()).add(values);
    }

    Uni<?> write(Work work) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] parameters = rows.entrySet().stream().flatMap(entry -> Arrays.stream(entry.getKey().parameters(entry.getValue())))
                .toArray();
        String sql = STATEMENTS.computeIfAbsent(List.copyOf(rows.keySet()), Appends::statement);
        return work.update(sql, parameters);
    }

    /** All but the last table are filled by common table expressions: the tables do not refer to each other. */
    static String statement(List<AppendTable> tables) {
        StringBuilder sql = new StringBuilder();
        int parameter = 1;
        for (int i = 0; i < tables.size(); i++) {
            AppendTable table = tables.get(i);
            String insert = table.insert(parameter);
            parameter += table.columns().size();
            boolean last = i == tables.size() - 1;
            sql.append(i == 0 && !last ? "with " : "").append(last ? insert : "t" + i + " as (" + insert + ")");
            sql.append(last ? "" : i < tables.size() - 2 ? ", " : " ");
        }
        return sql.toString();
    }
}
