package org.gongdan.sla.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongdan.sla.document.Document.Bar;
import org.gongdan.sla.document.Document.Bars;
import org.gongdan.sla.document.Document.Column;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Section;
import org.gongdan.sla.document.Document.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks, read back. */
class ExcelTextTest {

    private static XSSFWorkbook printed(String name, Object cell, Format format) throws IOException {
        Table table = new Table(name, List.of(new Column("c", format, 10)), List.of(Document.row(cell)), "");
        Document document = new Document("t", "s", null, List.of(),
                List.of(Section.of("x", table, new Bars(name, "l", "v", Format.COUNT, List.of(new Bar("b", 1.0))))), "f", "f");
        return new XSSFWorkbook(new ByteArrayInputStream(new ExcelDocument(new Words(Locale.ENGLISH, ZoneId.of("UTC"))).print(document)));
    }

    private static Cell cell(Object value, Format format) throws IOException {
        return printed("n", value, format).getSheetAt(1).getRow(1).getCell(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_x000D_", "_x0041_x0042_", "a_x005F_x000D_b", "__x0041__", "_X0041_", "_x00G1_", "_x004_", "𠮷_x0041_😀",
            " leading", "a\nb", "a\tb", "😀"})
    void whatSomebodyTypedComesBackAsHeTypedIt(String text) throws IOException {
        assertEquals(text, cell(text, Format.TEXT).getStringCellValue());
    }

    @ParameterizedTest
    @CsvSource({"7, [U+0007]", "0, [U+0000]", "55296, [U+D800]", "65534, [U+FFFE]"})
    void whatTheFormatCannotHoldIsMarked(int codePoint, String mark) throws IOException {
        assertEquals("a" + mark, cell("a" + Character.toString(codePoint), Format.TEXT).getStringCellValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "＝1+1", "\n=1+1", "\u200B＋1", "-1", "@x", "\t=1"})
    void formulasAreTextAndStayText(String text) throws IOException {
        // When
        Cell cell = cell(text, Format.TEXT);

        // Then
        assertEquals(CellType.STRING, cell.getCellType());
        assertEquals(text, cell.getStringCellValue());
        assertTrue(cell.getCellStyle().getQuotePrefixed());
    }

    @Test
    void numbersStayNumbers() throws IOException {
        // When
        Cell cell = cell(-5, Format.COUNT);

        // Then
        assertEquals(-5, cell.getNumericCellValue());
        assertEquals(false, cell.getCellStyle().getQuotePrefixed());
    }

    @Test
    void nearlyAllIsNotShownAsAll() throws IOException {
        // When
        Cell cell = cell(0.99996, Format.PERCENT);

        // Then
        assertEquals(0.9999, cell.getNumericCellValue());
        assertEquals("0.00%", cell.getCellStyle().getDataFormatString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "😀", "_x0041_", "x😀"})
    void whatIsTooLongForACellEndsVisibly(String part) throws IOException {
        // When
        String text = cell("y" + part.repeat(33_000), Format.TEXT).getStringCellValue();

        // Then
        assertTrue(text.length() <= 32_767 && text.endsWith("…"), text.length() + " characters");
        assertEquals(text.codePoints().filter(one -> Character.getType(one) == Character.SURROGATE).count(), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b\\c*d?e[f]:g", "'quoted'", "History", "", "\u0007", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "=1+1",
            "x'xxxxxxxxxxxxxxxxxxxxxxxxxxxxx'yyyy"})
    void sheetsHaveNamesThatExcelOpens(String name) throws IOException {
        // When
        try (XSSFWorkbook workbook = printed(name, "x", Format.TEXT)) {
            // Then
            assertEquals(3, workbook.getNumberOfSheets());
            for (int sheet = 0; sheet < 3; sheet++) {
                String made = workbook.getSheetName(sheet);
                assertTrue(!made.isBlank() && made.length() <= 31 && !made.matches(".*[\\\\/*?\\[\\]:].*|'.*|.*'|(?i)history"), made);
                assertEquals(0, made.codePoints().filter(one -> Character.getType(one) == Character.SURROGATE).count());
            }
        }
    }
}
