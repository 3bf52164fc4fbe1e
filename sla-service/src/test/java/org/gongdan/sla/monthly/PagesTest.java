package org.gongdan.sla.monthly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongdan.platform.printing.PdfPrinter;
import org.gongdan.sla.document.Document;
import org.gongdan.sla.document.DocumentFiles;
import org.gongdan.sla.document.ExcelDocument;
import org.gongdan.sla.document.OurCompany;
import org.gongdan.sla.document.Words;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.kind.OurKinds;
import org.junit.jupiter.api.Test;

/** What is printed, read back. */
class PagesTest {

    private static final List<Path> FONTS = List.of(Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"));
    private static final PdfPrinter PRINTER = new PdfPrinter(FONTS, OurCompany.plain());
    private static final Kinds KINDS = OurKinds.all();

    private static Words words(Locale locale) {
        return new Words(locale, MonthFixtures.SHANGHAI);
    }

    private static Document customers(ServiceReport report, int broken, Locale locale) {
        return new CustomerPages(report, MonthFixtures.figures(false, broken), words(locale), KINDS).document();
    }

    private static Document meetings(Locale locale) {
        return new MeetingPages(MonthFixtures.report(ReportType.MEETING), MonthFixtures.figures(true, 9), words(locale), KINDS).document();
    }

    /** Also kept as a file when the property {@code pages} names a folder, for people to look at. */
    private static byte[] pdf(Document document, Locale locale, String name) throws IOException {
        byte[] bytes = PRINTER.print(DocumentFiles.print(document, words(locale)));
        if (System.getProperty("pages") != null) {
            Files.write(Path.of(System.getProperty("pages"), name), bytes);
        }
        return bytes;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    private static XSSFWorkbook excel(Document document, Locale locale, String name) throws IOException {
        byte[] bytes = new ExcelDocument(words(locale)).print(document);
        if (System.getProperty("pages") != null) {
            Files.write(Path.of(System.getProperty("pages"), name), bytes);
        }
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    @Test
    void aCustomersReportCanBeReadInChinese() throws IOException {
        // Given
        Document document = customers(MonthFixtures.report(ReportType.CUSTOMER), 9, Locale.CHINESE);

        // When
        String text = text(pdf(document, Locale.CHINESE, "customer-zh.pdf"));

        // Then
        for (String wanted : List.of("IT 运维服务报告", "幸福连锁超市有限公司", "2026年10月", "第 2 稿", "草稿", "24小时内解决", "93.", "等待备件", "2610-0040", "上门服务",
                "CNY",
                "450.00", "客户满意度")) {
            assertTrue(text.contains(wanted), wanted + " is missing in " + text);
        }
        assertTrue(text.contains("收银机打不出小票"), "what the broken fault was");
        assertFalse(text.contains("客户（签字）"), "nobody signs a draft");
        assertFalse(text.contains("供应商缺货"), "what we noted is not the customer's");
        assertFalse(text.contains("王工"), "who was late is not the customer's");
        assertFalse(text.contains("原因待查"), "what we have not looked into is not the customer's");
    }

    @Test
    void aReleasedReportHasItsCommentAndNoMark() throws IOException {
        // Given
        ServiceReport report = MonthFixtures.report(ReportType.CUSTOMER);
        report.release("本月已完成收银系统升级。", "supervisor", MonthFixtures.AS_OF);

        // When
        String text = text(pdf(customers(report, 0, Locale.CHINESE), Locale.CHINESE, "customer-released-zh.pdf"));

        // Then
        assertTrue(text.contains("本月已完成收银系统升级。") && text.contains("没有违约"), text);
        assertFalse(text.contains("草稿") || text.contains("稿次") || text.contains(" 稿"), text);
        assertTrue(text.contains("服务方（签章）") && text.contains("客户（签字）"), text);
    }

    @Test
    void theMeetingPackTellsWhoAndWhyInEnglish() throws IOException {
        // Given
        Document document = meetings(Locale.ENGLISH);

        // When
        String text = text(pdf(document, Locale.ENGLISH, "meeting-en.pdf"));

        // Then
        for (String wanted : List.of("October 2026", "not explained yet", "Monthly service meeting", "王工", "阳光制造", "供应商缺货三天", "Open risks",
                "What we do about it",
                "waiting for parts", "Acknowledgement")) {
            assertTrue(text.replace(" ", "").contains(wanted.replace(" ", "")), wanted + " is missing in " + text);
        }
    }

    @Test
    void aLongListOfBreachesRunsOverPagesWithItsHead() throws IOException {
        // When
        byte[] pdf = pdf(customers(MonthFixtures.report(ReportType.CUSTOMER), 100, Locale.CHINESE), Locale.CHINESE,
                "customer-long-zh.pdf");

        // Then
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertTrue(read.getNumberOfPages() > 5, read.getNumberOfPages() + " pages");
            String text = new PDFTextStripper().getText(read);
            assertTrue(text.split("应完成").length > 3, "the head is repeated");
            assertTrue(text.contains("/ " + read.getNumberOfPages()), "the last page is counted");
        }
    }

    @Test
    void theWorkbookHoldsNumbersAndTimes() throws IOException {
        // When
        try (XSSFWorkbook workbook = excel(customers(MonthFixtures.report(ReportType.CUSTOMER), 9, Locale.CHINESE), Locale.CHINESE,
                "customer-zh.xlsx")) {
            // Then
            XSSFSheet kept = workbook.getSheet("承诺兑现情况");
            assertEquals("承诺", kept.getRow(0).getCell(0).getStringCellValue());
            assertEquals(42, kept.getRow(1).getCell(1).getNumericCellValue());
            assertEquals(0.9756, kept.getRow(1).getCell(5).getNumericCellValue());
            assertEquals("0.00%", kept.getRow(1).getCell(5).getCellStyle().getDataFormatString());
            assertEquals(List.of("目标", "95 %", "–", "90–98.5 %"),
                    IntStream.range(0, 4).mapToObj(row -> kept.getRow(row).getCell(6).getStringCellValue()).toList());
            assertEquals("A1:G6", kept.getCTWorksheet().getAutoFilter().getRef());
            assertEquals(1, kept.getPaneInformation().getHorizontalSplitPosition());
            assertTrue(kept.getPaneInformation().isFreezePane());
            XSSFSheet broken = workbook.getSheet("未兑现的承诺（由近及远）");
            assertEquals(LocalDateTime.of(2026, 11, 1, 2, 0), broken.getRow(1).getCell(3).getLocalDateTimeCellValue());
            assertEquals(60 / 1440.0, broken.getRow(1).getCell(5).getNumericCellValue(), 1e-9);
            assertEquals(null, broken.getRow(4).getCell(5).getCellType() == CellType.BLANK ? null : broken.getRow(4).getCell(5));
            assertEquals(1, workbook.getSheet("按时兑现率（逐月）").getDrawingPatriarch().getCharts().size());
        }
    }

    @Test
    void theMeetingsWorkbookOpensToo() throws IOException {
        try (XSSFWorkbook workbook = excel(meetings(Locale.ENGLISH), Locale.ENGLISH, "meeting-en.xlsx")) {
            assertEquals("Summary", workbook.getSheetName(0));
            assertTrue(workbook.getNumberOfSheets() > 12, workbook.getNumberOfSheets() + " sheets");
        }
    }
}
