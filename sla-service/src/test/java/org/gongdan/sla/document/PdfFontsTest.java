package org.gongdan.sla.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongdan.platform.printing.PdfPrinter;
import org.gongdan.sla.document.Document.Bar;
import org.gongdan.sla.document.Document.Bars;
import org.gongdan.sla.document.Document.Column;
import org.gongdan.sla.document.Document.Fact;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Section;
import org.gongdan.sla.document.Document.Table;
import org.gongdan.sla.document.Document.Text;
import org.gongdan.sla.document.Document.Tile;
import org.gongdan.sla.document.Document.Tiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is read back: every character, or the mark in its place. The fonts are those that deploy/install-test-tools installs. */
class PdfFontsTest {

    private static final Words WORDS = new Words(Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"));
    private static final List<Path> FIRST = List.of(Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"));
    private static final List<Path> ALL = List.of(FIRST.getFirst(), Path.of("/no/such/font.ttf"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinA.ttf"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"),
            Path.of("/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf"));

    private static final Map<List<Path>, PdfPrinter> PRINTERS = new HashMap<>();

    private static Document everywhere(String text) {
        Table table = new Table(text, List.of(new Column(text, Format.TEXT, 10)), List.of(Document.row(text)), "");
        return new Document(text, text, text, List.of(new Fact(text, text)),
                List.of(Section.of(text, table, new Text(text, false), new Tiles(List.of(new Tile(text, 1, Format.COUNT, text))),
                        new Bars(text, text, text, Format.COUNT, List.of(new Bar(text, 1.0))))),
                text, text);
    }

    private static String printed(Document document, List<Path> fonts) throws IOException {
        try (PDDocument read = Loader.loadPDF(PRINTERS.computeIfAbsent(fonts, files -> new PdfPrinter(files, OurCompany.plain()))
                .print(DocumentFiles.print(document, WORDS)))) {
            return new PDFTextStripper().getText(read).replaceAll("\\s", "");
        }
    }

    private static int count(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }

    @ParameterizedTest
    @ValueSource(strings = {"䶮", "㐀", "\uD842\uDFB7", "\uD840\uDC00", "\uD869\uDF00", "\uD86D\uDF40", "\uD86E\uDC20", "\uD873\uDEB0", "😀",
            "☎", "⚠", "①", "Ж", "Ω", "ß", "ő", "あ", "〓", "€", "※"})
    void everyPlaceOfADocumentPrintsTheCharacterFromTheFirstFontThatHasIt(String character) throws IOException {
        // When
        String text = printed(everywhere("记" + character + "馆"), ALL);

        // Then
        assertEquals(15, count(text, "记" + character + "馆"), text);
    }

    @ParameterizedTest
    @CsvSource({"䶮, [U+4DAE]", "😀, [U+1F600]", "𠮷, [U+20BB7]", "𰀀, [U+30000]", "\uE000, [U+E000]"})
    void whatNoFontHasIsMarked(String character, String mark) throws IOException {
        // When
        String text = printed(everywhere("记" + character + "馆"), FIRST);

        // Then
        assertEquals(15, count(text, "记" + mark + "馆"), text);
    }

    @Test
    void aLineEndsBetweenCharactersNeverInsideOne() throws IOException {
        // Given
        String text = "\uD842\uDFB7\uD840\uDC00😀䶮".repeat(200);
        Table table = new Table(null, List.of(new Column("a", Format.TEXT, 10), new Column("b", Format.TEXT, 90)),
                List.of(Document.row(text, "b")), "");

        // When
        String printed = printed(new Document("t", "s", null, List.of(), List.of(Section.of("x", table)), "f", "f"), ALL);

        // Then
        for (String one : List.of("\uD842\uDFB7", "\uD840\uDC00", "😀", "䶮")) {
            assertEquals(200, count(printed, one), printed);
        }
    }
}
