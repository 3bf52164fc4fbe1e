package org.gongdan.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured, beside what was aimed at, as one Markdown table. */
final class Table {

    private record Row(String what, String measured, String target, String met, String how) {
    }

    private final List<Row> rows = new ArrayList<>();

    /** A figure without a target of its own. */
    void add(String what, String measured, String how) {
        put(new Row(what, measured, "", "", how));
    }

    void add(String what, String measured, String target, boolean met, String how) {
        put(new Row(what, measured, target, met ? "yes" : "**no**", how));
    }

    /** A section that could not run says so in the table. */
    void missing(String section, String why) {
        put(new Row(section, "could not run", "", "", why));
    }

    private void put(Row row) {
        rows.add(row);
        System.out.printf("    %s: %s %s%n      %s%n", row.what(), row.measured(),
                row.target().isEmpty() ? "" : "(target %s: %s)".formatted(row.target(), row.met()), row.how());
    }

    String markdown() {
        StringBuilder text = new StringBuilder("| what | measured | target | met | how |\n|---|---|---|---|---|\n");
        rows.forEach(row -> text.append("| %s | %s | %s | %s | %s |%n".formatted(row.what(), row.measured(), row.target(), row.met(),
                row.how().replace("|", "\\|"))));
        return text.toString();
    }
}
