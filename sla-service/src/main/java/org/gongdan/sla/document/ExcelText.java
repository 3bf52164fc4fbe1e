package org.gongdan.sla.document;

import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.gongdan.platform.sheet.Formulas;
import org.gongdan.platform.sheet.Marks;

/** Text in workbooks, so that a reader sees what was written: no more, no less, and nothing of it is run. */
final class ExcelText {

    /** Most characters of a cell. */
    private static final int MOST = 32_767;
    private static final int LONGEST_NAME = 31;
    /** What readers of the format take for an encoded character, unless its underscore is encoded itself (ECMA-376, ST_Xstring). */
    private static final Pattern ENCODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final String UNDERSCORE = "_x005F_";
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\\\/*?\\[\\]:\\p{Cc}]");

    private final ExcelStyles styles;

    ExcelText(ExcelStyles styles) {
        this.styles = styles;
    }

    /** What would be run when somebody confirms the cell is held as text by Excel's own mark, so that the words stay as they are. */
    void write(Cell cell, String text, CellStyle style) {
        cell.setCellValue(of(text));
        cell.setCellStyle(Formulas.isOne(text) ? styles.quoted(style) : style);
    }

    /** As it is stored. What is too long for a cell ends in … */
    static String of(String text) {
        String escaped = ENCODED.matcher(plain(text)).replaceAll(UNDERSCORE);
        if (escaped.length() <= MOST) {
            return escaped;
        }
        int end = MOST - 1;
        int encoded = escaped.lastIndexOf(UNDERSCORE, end);
        if (encoded >= 0 && encoded + UNDERSCORE.length() > end) {
            end = encoded;
        }
        return escaped.substring(0, Character.isHighSurrogate(escaped.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Text that is no cell: titles of charts and of the file. */
    static String plain(String text) {
        return Marks.storable(text).replace("\r\n", "\n").replace('\r', '\n').replace('\u0085', '\n');
    }

    /** Name of a sheet: what it may not hold becomes a space, and no character is cut in two. @param suffix that makes it another than those before */
    static String name(String wanted, String suffix) {
        String allowed = NOT_IN_NAMES.matcher(Marks.storable(wanted)).replaceAll(" ").strip().replaceAll("^'+|'+$", "");
        int room = LONGEST_NAME - suffix.length();
        int end = Math.min(allowed.length(), room);
        end = end > 0 && end < allowed.length() && Character.isHighSurrogate(allowed.charAt(end - 1)) ? end - 1 : end;
        String name = allowed.substring(0, end).replaceAll("'+$", "").strip();
        // Excel keeps this name for itself.
        return (name.isEmpty() || name.equalsIgnoreCase("History") ? name + "-" : name) + suffix;
    }
}
