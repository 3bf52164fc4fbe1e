package org.gongdan.sla.document;

import java.util.Arrays;
import java.util.List;

/**
 * A report as its readers see it, whatever it is printed on.
 *
 * @param mark    written across every page, such as DRAFT, or null
 * @param facts   what the report is about, for its head
 * @param footer  at the foot of every page
 * @param file    what it is saved as, without ending
 * @param signing who signs it beside us, or null: nobody signs it
 */
public record Document(String title, String subtitle, String mark, List<Fact> facts, List<Section> sections, String footer, String file,
        String signing) {

    public Document(String title, String subtitle, String mark, List<Fact> facts, List<Section> sections, String footer, String file) {
        this(title, subtitle, mark, facts, sections, footer, file, null);
    }

    public record Fact(String label, String value) {
    }

    public record Section(String title, List<Block> blocks) {

        public static Section of(String title, Block... blocks) {
            return new Section(title, List.of(blocks));
        }
    }

    public sealed interface Block {
    }

    /** @param small as in a footnote */
    public record Text(String text, boolean small) implements Block {
    }

    /** Figures to be seen at once. */
    public record Tiles(List<Tile> tiles) implements Block {
    }

    /** @param note what it is compared with, or null */
    public record Tile(String label, Object value, Format format, String note) {
    }

    /**
     * @param empty what stands in the place of rows when there are none
     * @param totals whether the last row is the sum of the others
     */
    public record Table(String name, List<Column> columns, List<List<Object>> rows, String empty, boolean totals) implements Block {

        public Table(String name, List<Column> columns, List<List<Object>> rows, String empty) {
            this(name, columns, rows, empty, false);
        }
    }

    /** @param width against the other columns */
    public record Column(String title, Format format, float width) {
    }

    /** @param name of the whole @param label what the bars are of @param value what their lengths are */
    public record Bars(String name, String label, String value, Format format, List<Bar> bars) implements Block {
    }

    /** @param value null: there is nothing to tell */
    public record Bar(String label, Double value) {
    }

    /** How a value is written, and so what it is. */
    public enum Format {
        TEXT,
        /** A text that is made of numbers, such as 95–98 %. */
        FIGURES,
        COUNT,
        /** A share, 0 to 1. */
        PERCENT,
        /** A number of minutes. */
        MINUTES,
        /** An instant. */
        TIME,
        /** A decimal number. */
        MONEY
    }

    public static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }
}
