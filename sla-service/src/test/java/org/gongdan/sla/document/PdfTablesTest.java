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
import org.gongdan.platform.printing.PdfPrinter;
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

    private static final PdfPrinter PRINTER = new PdfPrinter(FILES, OurCompany.plain());

    private static Table table(String cell) {
        List<Column> columns = IntStream.range(0, 8).mapToObj(number -> new Column("承诺", Format.TEXT, number == 0 ? 10 : 17)).toList();
        return new Table(null, columns, List.of(Document.row(cell, "24小时内解决", "P1", "核准", "核准", "核准", "核准", "核准")), "");
    }

    private static String printed(Table table) throws IOException {
        Document document = new Document("结算单", "2026-11", null, List.of(), List.of(Section.of("补偿", table)), "", "");
        byte[] pdf = PRINTER.print(DocumentFiles.print(document, WORDS));
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

    @ParameterizedTest
    @ValueSource(strings = {"חברת שלום", "גונגדן בע״מ"})
    void whatRunsFromRightToLeftIsPrintedSo(String name) throws IOException {
        // Given
        List<Path> files = List.of(FILES.getFirst(), Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"));
        Document document = new Document("报告", name, null, List.of(new Document.Fact("客户", name)), List.of(), "", "");

        // When
        byte[] pdf = new PdfPrinter(files, OurCompany.plain()).print(DocumentFiles.print(document, WORDS));

        // Then
        try (PDDocument read = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(read);
            assertEquals(2, text.split(Pattern.quote(name), -1).length - 1, text);
        }
    }

    @Test
    void whatSomebodyTypedIsPrintedAsItStandsAndRunsNothing() throws IOException {
        // Given
        String typed = "<script>alert(1)</script> ]]> & \"'{it.title} {#if x} <img src='file:///etc/passwd'/>";

        // When
        String text = printed(table(typed + "长".repeat(10_000))).replaceAll("\\s", "");

        // Then
        assertTrue(text.contains(typed.replaceAll("\\s", "")), text);
        assertEquals(10_000, text.chars().filter(letter -> letter == '长').count());
    }

    @Test
    void aShortTableIsNotSplitAndALongOneRepeatsItsHead() throws IOException {
        // Given
        List<Column> columns = List.of(new Column("列", Format.TEXT, 1));
        List<List<Object>> rows = IntStream.range(0, 14).mapToObj(number -> Document.row("行" + number)).toList();
        Table shortOne = new Table("短表", columns, rows, "");
        Table longOne = new Table("长表", columns, IntStream.range(0, 90).mapToObj(number -> Document.row("列" + number)).toList(), "");
        Document document = new Document("t", "s", null, List.of(), List.of(Section.of("一", longOne, shortOne, shortOne, shortOne)), "",
                "");

        // When
        byte[] pdf = PRINTER.print(DocumentFiles.print(document, WORDS));

        // Then
        try (PDDocument read = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= read.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(read);
                assertEquals(text.split("短表", -1).length, text.split("行13\\b", -1).length, text);
                assertTrue(!text.contains("列5") || text.contains("列\n") || text.contains("列\r\n"), text);
            }
            assertTrue(read.getNumberOfPages() > 4, read.getNumberOfPages() + " pages");
        }
    }

    @Test
    void aFileIsFitForArchivesAndForScreenReaders() throws IOException {
        // When
        byte[] pdf = PRINTER.print(DocumentFiles.print(new Document("报告", "十月", null, List.of(), List.of(), "", ""), WORDS));

        // Then
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertEquals("zh", read.getDocumentCatalog().getLanguage());
            assertTrue(read.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("报告 – 十月", read.getDocumentInformation().getTitle());
            for (var font : read.getPage(0).getResources().getFontNames()) {
                assertTrue(read.getPage(0).getResources().getFont(font).isEmbedded(), font.getName());
            }
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
