package org.gongdan.sla.document;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;

import org.gongdan.sla.document.Document.Block;
import org.gongdan.sla.document.Document.Section;
import org.gongdan.sla.document.Document.Text;

import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;

/** Prints documents as PDF, A4. Takes some hundred milliseconds of CPU time: not for event loops. */
public final class PdfDocument {

    private static final float MARGIN = 42;
    /** Points between the margins. */
    static final float WIDTH = PageSize.A4.getWidth() - 2 * MARGIN;

    private final PdfFonts fonts;
    private final Words words;
    private final PdfTables tables;

    /** @param fontFiles tried in this order */
    public PdfDocument(List<Path> fontFiles, Words words) {
        this.fonts = new PdfFonts(fontFiles);
        this.words = words;
        this.tables = new PdfTables(fonts, words);
    }

    public byte[] print(Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        com.lowagie.text.Document pdf = new com.lowagie.text.Document(PageSize.A4, MARGIN, MARGIN, 46, 52);
        PdfWriter writer = PdfWriter.getInstance(pdf, bytes);
        writer.setPageEvent(new PdfPages(document, fonts, words));
        pdf.addTitle(document.title() + " – " + document.subtitle());
        pdf.addCreator("Gongdan");
        pdf.setDocumentLanguage(words.locale().toLanguageTag());
        pdf.open();
        head(pdf, document);
        document.sections().forEach(section -> section(pdf, section));
        pdf.close();
        return bytes.toByteArray();
    }

    private void head(com.lowagie.text.Document pdf, Document document) {
        Paragraph title = new Paragraph(fonts.phrase(document.title(), fonts.title()));
        title.setLeading(26);
        pdf.add(title);
        pdf.add(subtitle(document.subtitle()));
        PdfPTable facts = new PdfPTable(new float[] {16, 34, 16, 34});
        facts.setWidthPercentage(100);
        int count = document.facts().size();
        for (int fact = 0; fact < count; fact++) {
            facts.addCell(fact(document.facts().get(fact).label(), true));
            PdfPCell value = fact(document.facts().get(fact).value(), false);
            value.setColspan(fact + 1 == count && count % 2 == 1 ? 3 : 1);
            facts.addCell(value);
        }
        facts.setSpacingAfter(6);
        pdf.add(facts);
    }

    /** In a table, as only cells can run from right to left. */
    private PdfPTable subtitle(String text) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSpacingAfter(10);
        PdfPCell cell = fonts.cell(text, fonts.subtitle());
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setLeading(0, 1.5f);
        table.addCell(cell);
        return table;
    }

    private PdfPCell fact(String text, boolean label) {
        PdfPCell cell = fonts.cell(text, label ? fonts.small() : fonts.text());
        cell.setBorder(Rectangle.TOP);
        cell.setBorderColor(PdfFonts.LINE);
        cell.setPadding(4);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    /** The title of a section does not stand alone at the end of a page, nor with nothing but a note. */
    private void section(com.lowagie.text.Document pdf, Section section) {
        Paragraph title = new Paragraph(fonts.phrase(section.title(), fonts.section()));
        title.setSpacingBefore(14);
        title.setSpacingAfter(6);
        title.setKeepTogether(true);
        PdfPTable first = new PdfPTable(1);
        first.setWidthPercentage(100);
        first.setKeepTogether(true);
        first.setSpacingBefore(12);
        PdfPCell heading = new PdfPCell(title);
        heading.setRunDirection(PdfFonts.direction(section.title()));
        heading.setBorder(Rectangle.NO_BORDER);
        heading.setPadding(0);
        heading.setPaddingBottom(6);
        first.addCell(heading);
        List<Block> blocks = section.blocks();
        int together = together(blocks);
        blocks.stream().limit(together).forEach(block -> first.addCell(nested(tables.of(block))));
        pdf.add(first);
        blocks.stream().skip(together).forEach(block -> pdf.add(tables.of(block)));
    }

    private int together(List<Block> blocks) {
        int count = 0;
        while (count < blocks.size() && blocks.get(count) instanceof Text) {
            count++;
        }
        return count < blocks.size() && tables.isShort(blocks.get(count)) ? count + 1 : count;
    }

    /** Inside a cell the space behind a table would stretch its last row. */
    private static PdfPCell nested(PdfPTable table) {
        PdfPCell cell = new PdfPCell(table);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setPaddingBottom(table.spacingAfter());
        table.setSpacingAfter(0);
        return cell;
    }
}
