package org.gongdan.sla.document;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongdan.sla.document.Document.Format;

/** How cells look; a workbook has each style once. */
final class ExcelStyles {

    private final XSSFWorkbook workbook;
    private final Map<Format, CellStyle> formats = new EnumMap<>(Format.class);
    private final Map<Short, CellStyle> quoted = new HashMap<>();
    private final CellStyle plain;
    private final CellStyle head;
    private final CellStyle title;
    private final CellStyle section;
    private final CellStyle wrapped;
    private final CellStyle link;

    ExcelStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        for (Format format : Format.values()) {
            formats.put(format, format(format));
        }
        plain = workbook.createCellStyle();
        head = bold(11, IndexedColors.WHITE);
        head.setFillForegroundColor(IndexedColors.DARK_BLUE.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        head.setWrapText(true);
        title = bold(18, IndexedColors.DARK_BLUE);
        section = bold(13, IndexedColors.DARK_BLUE);
        wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
        link = workbook.createCellStyle();
        Font blue = workbook.createFont();
        blue.setColor(IndexedColors.BLUE.getIndex());
        blue.setUnderline(Font.U_SINGLE);
        link.setFont(blue);
    }

    private CellStyle format(Format format) {
        CellStyle style = workbook.createCellStyle();
        String pattern = switch (format) {
            case TEXT, FIGURES -> "@";
            case COUNT -> "#,##0";
            case PERCENT -> "0.00%";
            case MINUTES -> "[h]:mm:ss";
            case TIME -> "yyyy-mm-dd hh:mm";
            case MONEY -> "#,##0.00";
        };
        style.setDataFormat(workbook.createDataFormat().getFormat(pattern));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(format == Format.TEXT || format == Format.TIME ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
        style.setWrapText(format == Format.TEXT);
        return style;
    }

    private CellStyle bold(int points, IndexedColors color) {
        Font font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) points);
        font.setColor(color.getIndex());
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    /** The same, and Excel takes what stands in the cell for text whatever it begins with. */
    CellStyle quoted(CellStyle style) {
        return quoted.computeIfAbsent(style.getIndex(), index -> {
            CellStyle made = workbook.createCellStyle();
            made.cloneStyleFrom(style);
            made.setQuotePrefixed(true);
            return made;
        });
    }

    CellStyle plain() {
        return plain;
    }

    CellStyle of(Format format) {
        return formats.get(format);
    }

    CellStyle head() {
        return head;
    }

    CellStyle title() {
        return title;
    }

    CellStyle section() {
        return section;
    }

    CellStyle wrapped() {
        return wrapped;
    }

    CellStyle link() {
        return link;
    }
}
