package org.gongdan.dispatch.signature;

import static org.gongdan.dispatch.signature.OrderMother.PATH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongdan.platform.printing.PdfPrinter;
import org.gongdan.platform.printing.Phrases;
import org.gongdan.platform.security.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed, read back. */
class OrderPdfTest {

    private static final PdfPrinter PRINTER = new PdfPrinter(List.of(Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"),
            Path.of("/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf")), OrderMother.OurCompany.plain());
    private static final String DOT = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /** Also kept as a file when the property {@code pages} names a folder, for people to look at. */
    private static PDDocument printed(Orders.Order order, Locale locale, String name) throws IOException {
        byte[] pdf = PRINTER.print(OrderFiles.print(order, locale, ZoneId.of("Asia/Shanghai")));
        if (System.getProperty("pages") != null) {
            Files.write(Path.of(System.getProperty("pages"), name), pdf);
        }
        return Loader.loadPDF(pdf);
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }

    @Test
    void aSignedOrderTellsWhatWasDoneWhoSignedAndHowToCheckIt() throws IOException {
        // When
        try (PDDocument pdf = printed(OrderMother.signed("更换读卡器", "刘海燕", PATH), Locale.CHINESE, "order-signed-zh.pdf")) {
            // Then
            String text = text(pdf);
            for (String wanted : List.of("万安信息服务有限公司", "021-5550 8000", "上门服务单", "V2611-0042", "幸福连锁超市有限公司", "世纪大道店", "138****34",
                    "2026-11-22 09:00–11:00", "2026-11-22 08:53", "故障已排除", "更换读卡器", "清理现场", "未完成", "刘海燕", "2026-11-22 09:55", "203.0.113.7",
                    "Phone/1", "签署证明", OrderMother.document().hash())) {
                assertTrue(text.contains(wanted), wanted + " is missing in " + text);
            }
            assertFalse(text.contains("未签署"), text);
            byte[] enclosed = pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("signed-document.json")
                    .getEmbeddedFile()
                    .toByteArray();
            assertEquals(OrderMother.document().hash(), Sha256.hex(new String(enclosed, StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aPageOfCommonCharactersReadsNoFontOfRareOnes(@TempDir Path folder) throws IOException {
        // Given
        Path rare = Files.writeString(folder.resolve("rare.ttf"), "this is no font: whoever reads it fails");
        PdfPrinter printer = new PdfPrinter(List.of(Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"), rare),
                OrderMother.OurCompany.plain());

        // When
        byte[] pdf = printer.print(OrderFiles.print(OrderMother.signed("更换读卡器", "刘海燕", PATH), Locale.CHINESE, ZoneId.of("Asia/Shanghai")));

        // Then
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertTrue(text(read).contains("更换读卡器"));
        }
    }

    @Test
    void beforeTheSignatureItIsAFormToBeFilledInByHand() throws IOException {
        // When
        try (PDDocument pdf = printed(OrderMother.scheduled(), Locale.ENGLISH, "order-form-en.pdf")) {
            // Then
            String text = text(pdf);
            assertTrue(text.contains("not signed") && text.contains("Customer's signature") && text.contains("to be filled in on the spot"),
                    text);
            assertEquals(1, pdf.getNumberOfPages());
            assertFalse(text.contains("Proof of signature"), text);
        }
    }

    @Test
    void whoSignedIsForgottenWithThePersonAndTheProofOfTheDocumentStays() throws IOException {
        // Given
        Orders.Order order = OrderMother.signed("更换读卡器", "刘海燕", PATH);
        order.signature().signerName = null;
        order.signature().strokes = null;
        order.signature().remoteAddress = null;
        order.signature().userAgent = null;

        // When
        try (PDDocument pdf = printed(order, Locale.CHINESE, "order-erased-zh.pdf")) {
            // Then
            String text = text(pdf);
            assertTrue(text.contains("已按本人要求删除") && text.contains(OrderMother.document().hash()), text);
            assertFalse(text.contains("刘海燕") || text.contains("203.0.113.7"), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, DOT})
    void theSignatureIsSeen(String strokes) throws IOException {
        // When
        OrderView view = OrderView.of(OrderMother.signed("x", "刘海燕", strokes), words());

        // Then
        assertEquals(null, view.evidence().note());
        assertEquals(strokes.equals(PATH), view.evidence().strokes() != null);
        assertEquals(strokes.equals(DOT), view.evidence().picture() != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M1 1", "M", "Mzzz", "data:image/png;base64,iVBORw0KGgoiVBORw0KGgoA==", "data:image/png;base64,=",
            "data:image/svg+xml,<svg/>"})
    void aSignatureThatCannotBeShownIsSaidToBeThere(String strokes) throws IOException {
        // When
        try (PDDocument pdf = printed(OrderMother.signed("x", "刘海燕", strokes), Locale.CHINESE, "order-unreadable-zh.pdf")) {
            // Then
            assertTrue(text(pdf).contains("签名图像无法显示"), text(pdf));
        }
    }

    @Test
    void whatSomebodyTypedIsPrintedAsItStandsAndRunsNothing() throws IOException {
        // Given
        String typed = "<script>alert(1)</script> ]]> & \"' {it.number} <img src='http://127.0.0.1:1/x.png'/> 😀 \u0007 "
                + "长".repeat(4_000)
                + "Q".repeat(300);

        // When
        try (PDDocument pdf = printed(OrderMother.signed(typed, typed.substring(0, 90), PATH), Locale.CHINESE, "order-hostile-zh.pdf")) {
            // Then
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertTrue(text.contains("<script>alert(1)</script>]]>&\"'{it.number}<imgsrc='http://127.0.0.1:1/x.png'/>😀[U+0007]长"), text);
            assertEquals(11 * 300, text.chars().filter(letter -> letter == 'Q').count(), "nothing is cut off");
        }
    }

    private static Phrases words() {
        return new Phrases(OrderView.class, "orders/words", Locale.CHINESE, ZoneId.of("Asia/Shanghai"));
    }
}
