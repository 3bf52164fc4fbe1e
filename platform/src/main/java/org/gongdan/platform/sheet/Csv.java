package org.gongdan.platform.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** Rows as RFC 4180 text that a spreadsheet opens without running any of it. Every CSV answer of every service is made here. */
public final class Csv {

    /** What resources that answer with it say they produce. */
    public static final String TYPE = "text/csv;charset=UTF-8";

    /** Also what other programs than ours take for the end of a cell or of a line. */
    private static final Pattern QUOTED = Pattern.compile("[\",;\\t\\v]|^[\\s\\h]|[\\s\\h]$");

    private Csv() {
    }

    /**
     * With a byte order mark, without which spreadsheets take Chinese for something else. Numbers are written in full; in front of any other value that
     * {@linkplain Formulas would be run} stands an apostrophe; characters that no file can hold become {@linkplain Marks marks}.
     *
     * @param rows null is an empty cell
     */
    public static String of(List<String> head, List<List<Object>> rows) {
        StringBuilder text = new StringBuilder("\uFEFF");
        line(text, head);
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
        return switch (value) {
            case null -> "";
            case Double number when number.toString().indexOf('E') >= 0 -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> quoted(Marks.storable((Formulas.isOne(value.toString()) ? "'" : "") + value));
        };
    }

    private static String quoted(String text) {
        return QUOTED.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
