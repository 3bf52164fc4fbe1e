package org.gongdan.sla.document;

import java.util.Arrays;
import java.util.BitSet;

import org.gongdan.sla.document.Document.Column;
import org.gongdan.sla.document.Document.Table;

import com.lowagie.text.Font;

/** How wide the columns of a table are: as its maker wants them against each other, but none so narrow that a number or a word breaks. */
final class ColumnWidths {

    static final float PADDING = 4;
    /** More than any rounding of the widths takes away. */
    private static final float ROOM = 0.5f;

    private final PdfFonts fonts;
    private final Words words;

    ColumnWidths(PdfFonts fonts, Words words) {
        this.fonts = fonts;
        this.words = words;
    }

    /** In points. Where the page is too narrow for all, the widest give way. */
    float[] of(Table table) {
        float[] needed = needed(table);
        float[] wanted = new float[needed.length];
        for (int column = 0; column < wanted.length; column++) {
            wanted[column] = table.columns().get(column).width();
        }
        float widest = widest(needed);
        for (int column = 0; column < needed.length; column++) {
            needed[column] = Math.min(needed[column], widest);
        }
        return shared(wanted, needed);
    }

    /** What no column may exceed so that all have room. */
    private static float widest(float[] needed) {
        float[] ascending = needed.clone();
        Arrays.sort(ascending);
        float left = PdfDocument.WIDTH;
        for (int column = 0; column < ascending.length; column++) {
            float share = left / (ascending.length - column);
            if (ascending[column] > share) {
                return share;
            }
            left -= ascending[column];
        }
        return PdfDocument.WIDTH;
    }

    /** Who needs more than his share gets what he needs; the others share what is left, until nobody needs more. */
    private static float[] shared(float[] wanted, float[] needed) {
        BitSet settled = new BitSet();
        while (true) {
            float[] widths = round(wanted, needed, settled);
            int before = settled.cardinality();
            for (int column = 0; column < widths.length; column++) {
                settled.set(column, settled.get(column) || widths[column] < needed[column]);
            }
            if (settled.cardinality() == before) {
                return widths;
            }
        }
    }

    private static float[] round(float[] wanted, float[] needed, BitSet settled) {
        float left = PdfDocument.WIDTH;
        float shares = 0;
        for (int column = 0; column < wanted.length; column++) {
            left -= settled.get(column) ? needed[column] : 0;
            shares += settled.get(column) ? 0 : wanted[column];
        }
        float[] widths = new float[wanted.length];
        for (int column = 0; column < wanted.length; column++) {
            widths[column] = settled.get(column) ? needed[column] : left * wanted[column] / shares;
        }
        return widths;
    }

    private float[] needed(Table table) {
        float[] needed = new float[table.columns().size()];
        Font text = fonts.text();
        for (int at = 0; at < needed.length; at++) {
            Column column = table.columns().get(at);
            float widest = Breaks.widest(column.title(), fonts.head(), fonts);
            for (var row : table.rows()) {
                widest = Math.max(widest, Breaks.widest(words.text(row.get(at), column.format()), text, fonts));
            }
            needed[at] = widest + 2 * PADDING + ROOM;
        }
        return needed;
    }
}
