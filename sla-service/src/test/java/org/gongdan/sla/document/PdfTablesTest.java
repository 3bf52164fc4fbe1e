package org.gongdan.sla.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongdan.sla.document.Document.Column;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Section;
import org.gongdan.sla.document.Document.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTablesTest {

    private static final Words WORDS = new Words(Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"));
    private static final List<Path> FILES = List.of(Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"));

    private static Table table(String cell) {
        List<Column> columns = IntStream.range(0, 8).mapToObj(number -> new Column("承诺", Format.TEXT, number == 0 ? 10 : 17)).toList();
        return new Table(null, columns, List.of(Document.row(cell, "24小时内解决", "P1", "核准", "核准", "核准", "核准", "核准")), "");
    }

    private static String printed(Table table) throws IOException {
        Document document = new Document("结算单", "2026-11", null, List.of(), List.of(Section.of("补偿", table)), "", "");
        byte[] pdf = new PdfDocument(FILES, WORDS).print(document);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HT-36-e90b04b5", "HT-36-1dbdddbd", "HT-36-dbddddbd", "e90b04b5-c748-421b-963c-7fc0e9992720",
            "FW-20261122-00017"})
    void aNumberStandsInOneLineWhateverItsLettersAre(String number) throws IOException {
        // When
        String text = printed(table(number + "，第 1 版"));

        // Then
        assertTrue(text.contains(number), text);
    }

    @Test
    void theColumnsFillThePageAndKeepTheirProportionsWhereNothingBreaks() {
        // When
        float[] widths = new ColumnWidths(new PdfFonts(FILES), WORDS).of(table("甲"));

        // Then
        assertEquals(PdfDocument.WIDTH, (float) IntStream.range(0, 8).mapToDouble(column -> widths[column]).sum(), 0.1f);
        assertEquals(17f / 10, widths[2] / widths[0], 0.01f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"חברת שלום", "גונגדן 2026 בע״מ"})
    void whatRunsFromRightToLeftIsPrintedSo(String name) throws IOException {
        // Given
        List<Path> files = List.of(FILES.getFirst(), Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
        Document document = new Document("报告", name, null, List.of(new Document.Fact("客户", name)), List.of(), "", "");

        // When
        byte[] pdf = new PdfDocument(files, WORDS).print(document);

        // Then
        try (PDDocument read = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(read);
            assertEquals(2, text.split(Pattern.quote(name), -1).length - 1, text);
        }
    }

    @Test
    void whatIsTooWideForThePageIsStillPrintedWhole() throws IOException {
        // Given
        String longest = "ABCDEFGHIJ".repeat(30);

        // When
        String text = printed(table(longest)).replaceAll("\\s", "");

        // Then
        assertTrue(text.contains("24小时内解决"), text);
        assertEquals(300, text.chars().filter(letter -> letter >= 'A' && letter <= 'J').count(), text);
    }
}
