package org.gongdan.sla.report;

import java.util.ArrayList;
import java.util.List;

/** Rows as RFC 4180 text that a spreadsheet opens without running any of it. */
public final class Csv {

    private Csv() {
    }

    /** With a byte order mark, without which spreadsheets take Chinese for something else. */
    public static String of(List<String> head, List<List<Object>> rows) {
        StringBuilder text = new StringBuilder("\uFEFF");
        line(text, new ArrayList<>(head));
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<?> cells) {
        for (int column = 0; column < cells.size(); column++) {
            text.append(column == 0 ? "" : ",").append(cell(cells.get(column)));
        }
        text.append("\r\n");
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
