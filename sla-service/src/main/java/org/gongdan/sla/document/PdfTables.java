package org.gongdan.sla.document;

import java.awt.Color;
import java.util.List;
import java.util.Objects;

import org.gongdan.sla.document.Document.Bars;
import org.gongdan.sla.document.Document.Block;
import org.gongdan.sla.document.Document.Column;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Table;
import org.gongdan.sla.document.Document.Text;
import org.gongdan.sla.document.Document.Tiles;

import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;

/** The blocks of a document as tables of a PDF file. */
final class PdfTables {

    private static final int SHORT = 14;

    private final PdfFonts fonts;
    private final Words words;

    PdfTables(PdfFonts fonts, Words words) {
        this.fonts = fonts;
        this.words = words;
    }

    /** It goes onto one page with its title. */
    boolean isShort(Block block) {
        return !(block instanceof Table table) || table.rows().size() <= SHORT;
    }

    PdfPTable of(Block block) {
        PdfPTable made = switch (block) {
            case Text text -> text(text);
            case Tiles tiles -> tiles(tiles);
            case Table table -> table(table);
            case Bars bars -> bars(bars);
        };
        made.setWidthPercentage(100);
        made.setSpacingAfter(8);
        return made;
    }

    private PdfPTable text(Text text) {
        PdfPTable table = new PdfPTable(1);
        PdfPCell cell = plain(text.text(), text.small() ? fonts.small() : fonts.text());
        cell.setLeading(2, 1.35f);
        cell.setPaddingLeft(0);
        table.addCell(cell);
        return table;
    }

    private PdfPTable tiles(Tiles tiles) {
        PdfPTable table = new PdfPTable(tiles.tiles().size());
        for (Document.Tile tile : tiles.tiles()) {
            PdfPTable inner = new PdfPTable(1);
            inner.addCell(plain(tile.label(), fonts.small()));
            inner.addCell(plain(words.text(tile.value(), tile.format()), fonts.figure()));
            inner.addCell(plain(tile.note() == null ? " " : tile.note(), fonts.small()));
            PdfPCell cell = new PdfPCell(inner);
            cell.setBackgroundColor(PdfFonts.LIGHT);
            cell.setBorderColor(Color.WHITE);
            cell.setBorderWidth(3);
            cell.setPadding(3);
            table.addCell(cell);
        }
        return table;
    }

    private PdfPTable table(Table table) {
        float[] widths = new ColumnWidths(fonts, words).of(table);
        PdfPTable made = new PdfPTable(widths);
        int heads = 1;
        if (table.name() != null) {
            PdfPCell name = plain(table.name(), fonts.name());
            name.setColspan(widths.length);
            name.setPaddingLeft(0);
            made.addCell(name);
            heads++;
        }
        table.columns().forEach(column -> made.addCell(cell(column.title(), fonts.head(), column.format(), PdfFonts.ACCENT)));
        made.setHeaderRows(heads);
        made.setSplitLate(true);
        if (table.rows().isEmpty()) {
            PdfPCell none = cell(table.empty(), fonts.small(), Format.TEXT, null);
            none.setColspan(widths.length);
            made.addCell(none);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            row(made, table.columns(), table.rows().get(row), row % 2 == 1 ? PdfFonts.LIGHT : null);
        }
        return made;
    }

    private void row(PdfPTable made, List<Column> columns, List<Object> cells, Color background) {
        for (int column = 0; column < columns.size(); column++) {
            Object value = cells.get(column);
            made.addCell(cell(words.text(value, columns.get(column).format()), fonts.text(), columns.get(column).format(), background));
        }
    }

    private PdfPCell cell(String text, Font font, Format format, Color background) {
        PdfPCell cell = fonts.cell(text, font);
        cell.setHorizontalAlignment(format == Format.TEXT || format == Format.TIME ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(PdfFonts.LINE);
        cell.setBackgroundColor(background);
        cell.setPadding(ColumnWidths.PADDING);
        cell.setPaddingBottom(5);
        return cell;
    }

    private PdfPCell plain(String text, Font font) {
        PdfPCell cell = fonts.cell(text, font);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(3);
        return cell;
    }

    /** A line for each: what it is, a bar as long as its value against the greatest, and the value. */
    private PdfPTable bars(Bars bars) {
        PdfPTable table = new PdfPTable(new float[] {24, 62, 14});
        table.setKeepTogether(true);
        PdfPCell name = plain(bars.name(), fonts.name());
        name.setColspan(3);
        name.setPaddingLeft(0);
        table.addCell(name);
        double greatest = bars.format() == Format.PERCENT ? 1
                : bars.bars().stream().map(Document.Bar::value).filter(Objects::nonNull).mapToDouble(Double::doubleValue).max().orElse(0);
        for (Document.Bar bar : bars.bars()) {
            table.addCell(plain(bar.label(), fonts.text()));
            PdfPCell drawn = plain("", fonts.text());
            drawn.setCellEvent((cell, place, canvases) -> draw(canvases[PdfPTable.BACKGROUNDCANVAS], place,
                    bar.value() == null || greatest == 0 ? 0 : bar.value() / greatest));
            table.addCell(drawn);
            PdfPCell value = plain(words.text(bar.value(), bars.format()), fonts.text());
            value.setHorizontalAlignment(Element.ALIGN_RIGHT);
            table.addCell(value);
        }
        return table;
    }

    private static void draw(PdfContentByte canvas, Rectangle place, double share) {
        float height = Math.min(9, place.getHeight() - 5);
        float bottom = place.getBottom() + (place.getHeight() - height) / 2;
        canvas.saveState();
        canvas.setColorFill(PdfFonts.LIGHT);
        canvas.rectangle(place.getLeft(), bottom, place.getWidth(), height);
        canvas.fill();
        canvas.setColorFill(PdfFonts.ACCENT);
        canvas.rectangle(place.getLeft(), bottom, (float) (place.getWidth() * share), height);
        canvas.fill();
        canvas.restoreState();
    }
}
