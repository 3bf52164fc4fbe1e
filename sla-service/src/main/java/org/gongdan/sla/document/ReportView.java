package org.gongdan.sla.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.gongdan.sla.document.Document.Bars;
import org.gongdan.sla.document.Document.Column;
import org.gongdan.sla.document.Document.Fact;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Table;
import org.gongdan.sla.document.Document.Text;
import org.gongdan.sla.document.Document.Tiles;

/**
 * A document as {@code printing/report.html} shows it: every value is a text already.
 *
 * @param facts two beside each other
 * @param signing whose the other half of the block for signatures is, or null: there is no such block
 */
public record ReportView(String title, String subtitle, String mark, List<List<Fact>> facts, List<SectionView> sections, String foot,
        String signing) {

    private static final int LONGEST_WORD = 40;
    /** Rows of a table that is not split. */
    private static final int SHORT = 14;

    /** @param first what stands on one page with the title, which would say nothing alone at the end of another. @param rest what may follow elsewhere */
    public record SectionView(String title, List<BlockView> first, List<BlockView> rest) {
    }

    /** One of the four is there. @param whole it goes onto one page */
    public record BlockView(Text text, List<TileView> tiles, TableView table, BarsView bars, boolean whole) {
    }

    public record TileView(String label, String value, String note) {
    }

    /** @param empty what stands in the place of rows, or null when there are some */
    public record TableView(String name, List<ColumnView> columns, List<RowView> rows, String empty) {
    }

    /** @param width in percent of all */
    public record ColumnView(String title, String look, int width) {
    }

    public record RowView(String look, List<CellView> cells) {
    }

    /** @param look the class of the style sheet */
    public record CellView(String text, String look) {
    }

    public record BarsView(String name, List<BarView> bars) {
    }

    public record BarView(String label, String value, int percent) {
    }

    static ReportView of(Document document, Words words) {
        List<List<Fact>> facts = new ArrayList<>();
        for (int first = 0; first < document.facts().size(); first += 2) {
            facts.add(document.facts().subList(first, Math.min(first + 2, document.facts().size())));
        }
        return new ReportView(document.title(), document.subtitle(), document.mark(), facts,
                document.sections().stream().map(section -> of(section, words)).toList(),
                document.footer(), document.signing());
    }

    private static SectionView of(Document.Section section, Words words) {
        List<BlockView> blocks = section.blocks().stream().map(block -> of(block, words)).toList();
        int notes = (int) blocks.stream().takeWhile(block -> block.text() != null).count();
        int together = notes < blocks.size() && blocks.get(notes).whole() ? notes + 1 : notes;
        return new SectionView(section.title(), blocks.subList(0, together), blocks.subList(together, blocks.size()));
    }

    private static BlockView of(Document.Block block, Words words) {
        return switch (block) {
            case Text text -> new BlockView(text, null, null, null, true);
            case Tiles tiles -> new BlockView(null, tiles.tiles().stream()
                    .map(tile -> new TileView(tile.label(), words.text(tile.value(), tile.format()),
                            Objects.requireNonNullElse(tile.note(), "")))
                    .toList(), null, null, true);
            case Table table -> new BlockView(null, null, of(table, words), null, table.rows().size() <= SHORT);
            case Bars bars -> new BlockView(null, null, null, of(bars, words), true);
        };
    }

    private static TableView of(Table table, Words words) {
        float whole = (float) table.columns().stream().mapToDouble(Column::width).sum();
        List<ColumnView> columns = table.columns().stream()
                .map(column -> new ColumnView(column.title(), look(column.format(), ""), Math.round(100 * column.width() / whole)))
                .toList();
        int last = table.rows().size() - 1;
        List<RowView> rows = IntStream.rangeClosed(0, last)
                .mapToObj(row -> row(table, table.rows().get(row), words,
                        row == last && table.totals() ? "total" : row % 2 == 1 ? "even" : "odd"))
                .toList();
        return new TableView(table.name(), columns, rows, rows.isEmpty() ? Objects.requireNonNullElse(table.empty(), "") : null);
    }

    private static RowView row(Table table, List<Object> cells, Words words, String look) {
        return new RowView(look, IntStream.range(0, cells.size()).mapToObj(at -> {
            Format format = table.columns().get(at).format();
            String text = words.text(cells.get(at), format);
            return new CellView(text, look(format, text));
        }).toList());
    }

    /** Numbers stand to the right and in one line, like times; a word that no column can hold is broken, others are not. */
    private static String look(Format format, String text) {
        return switch (format) {
            case TIME -> "time";
            case TEXT -> hasLongWord(text) ? "long" : "text";
            case COUNT, PERCENT, MINUTES, MONEY, FIGURES -> "number";
        };
    }

    private static boolean hasLongWord(String text) {
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            length = character <= ' ' || character >= 0x2e80 ? 0 : length + 1;
            if (length > LONGEST_WORD) {
                return true;
            }
        }
        return false;
    }

    private static BarsView of(Bars bars, Words words) {
        double greatest = bars.format() == Format.PERCENT ? 1
                : bars.bars().stream().map(Document.Bar::value).filter(Objects::nonNull).mapToDouble(Double::doubleValue).max().orElse(0);
        return new BarsView(bars.name(), bars.bars().stream()
                .map(bar -> new BarView(bar.label(), words.text(bar.value(), bars.format()),
                        bar.value() == null || greatest == 0 ? 0 : (int) Math.round(100 * bar.value() / greatest)))
                .toList());
    }
}
