package org.gongdan.sla.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongdan.sla.document.Document.Bars;
import org.gongdan.sla.document.Document.Block;
import org.gongdan.sla.document.Document.Section;
import org.gongdan.sla.document.Document.Table;
import org.gongdan.sla.document.Document.Text;
import org.gongdan.sla.document.Document.Tiles;

/** Prints documents as Excel workbooks: what is read goes onto the first sheet, every table and every chart onto one of its own. */
public final class ExcelDocument {

    private final Words words;

    public ExcelDocument(Words words) {
        this.words = words;
    }

    public byte[] print(Document document) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.getProperties().getCoreProperties().setTitle(ExcelText.plain(document.title()));
            ExcelSheets sheets = new ExcelSheets(workbook, words);
            ExcelSheets.Summary summary = sheets.summary(workbook.createSheet(words.say("summary")));
            summary.head(document);
            Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            names.add(words.say("summary"));
            for (Section section : document.sections()) {
                summary.section(section.title());
                for (Block block : section.blocks()) {
                    print(block, section, summary, sheets, workbook, names);
                }
            }
            summary.finish();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(Block block, Section section, ExcelSheets.Summary summary, ExcelSheets sheets, XSSFWorkbook workbook,
            Set<String> names) {
        switch (block) {
            case Text text -> summary.text(text);
            case Tiles tiles -> summary.tiles(tiles);
            case Table table -> sheets.table(sheet(table.name() == null ? section.title() : table.name(), summary, workbook, names), table);
            case Bars bars -> sheets.chart(sheet(bars.name(), summary, workbook, names), bars);
        }
    }

    /** Names of sheets are short and differ. */
    private static XSSFSheet sheet(String wanted, ExcelSheets.Summary summary, XSSFWorkbook workbook, Set<String> names) {
        String name = ExcelText.name(wanted, "");
        for (int copy = 2; !names.add(name); copy++) {
            name = ExcelText.name(wanted, " " + copy);
        }
        summary.link(name);
        return workbook.createSheet(name);
    }
}
