package org.gongdan.sla.document;

import java.time.Instant;
import java.util.List;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongdan.sla.document.Document.Bars;
import org.gongdan.sla.document.Document.Column;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Table;
import org.gongdan.sla.document.Document.Text;
import org.gongdan.sla.document.Document.Tiles;

/** The sheets of a workbook. Numbers are numbers, times are times: minutes are fractions of a day, as spreadsheets have it. */
final class ExcelSheets {

    private static final int WIDTH = 256;
    /** Points that a row may have. */
    private static final float HIGHEST = 409;

    private final XSSFWorkbook workbook;
    private final ExcelStyles styles;
    private final ExcelText texts;
    private final Words words;

    ExcelSheets(XSSFWorkbook workbook, Words words) {
        this.workbook = workbook;
        this.styles = new ExcelStyles(workbook);
        this.texts = new ExcelText(styles);
        this.words = words;
    }

    /** The first sheet: everything that is no table, and where the tables are. */
    final class Summary {

        private final XSSFSheet sheet;
        private int next;

        private Summary(XSSFSheet sheet) {
            this.sheet = sheet;
            sheet.setColumnWidth(0, 34 * WIDTH);
            sheet.setColumnWidth(1, 26 * WIDTH);
            sheet.setColumnWidth(2, 60 * WIDTH);
            sheet.setDisplayGridlines(false);
        }

        void head(Document document) {
            text(document.title(), styles.title());
            text(document.mark() == null ? document.subtitle() : document.subtitle() + "  [" + document.mark() + "]", styles.section());
            document.facts().forEach(fact -> {
                Row row = sheet.createRow(next++);
                texts.write(row.createCell(0), fact.label(), styles.plain());
                texts.write(row.createCell(1), fact.value(), styles.plain());
            });
        }

        void section(String title) {
            next++;
            text(title, styles.section());
        }

        void text(Text text) {
            Row row = text(text.text(), styles.wrapped());
            sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, 2));
            row.setHeightInPoints(Math.min(HIGHEST, 15f * (1 + text.text().length() / (words.locale().getLanguage().equals("zh") ? 58 : 115)
                    + text.text().split("\n").length - 1)));
        }

        void tiles(Tiles tiles) {
            for (Document.Tile tile : tiles.tiles()) {
                Row row = sheet.createRow(next++);
                texts.write(row.createCell(0), tile.label(), styles.plain());
                set(row.createCell(1), tile.value(), tile.format());
                texts.write(row.createCell(2), tile.note() == null ? "" : tile.note(), styles.plain());
            }
        }

        void link(String name) {
            Cell cell = sheet.createRow(next++).createCell(0);
            Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + name.replace("'", "''") + "'!A1");
            cell.setHyperlink(link);
            texts.write(cell, words.say("see-sheet", name), styles.link());
        }

        void finish() {
            sheet.getPrintSetup().setLandscape(true);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
        }

        private Row text(String text, org.apache.poi.ss.usermodel.CellStyle style) {
            Row row = sheet.createRow(next++);
            Cell cell = row.createCell(0);
            texts.write(cell, text, style);
            return row;
        }
    }

    Summary summary(XSSFSheet sheet) {
        return new Summary(sheet);
    }

    void table(XSSFSheet sheet, Table table) {
        head(sheet, table.columns().stream().map(Column::title).toList());
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.setColumnWidth(column, (int) Math.clamp(table.columns().get(column).width() * 1.6, 11, 60) * WIDTH);
        }
        int next = 1;
        for (List<Object> cells : table.rows()) {
            Row row = sheet.createRow(next++);
            for (int column = 0; column < cells.size(); column++) {
                set(row.createCell(column), cells.get(column), table.columns().get(column).format());
            }
        }
        if (!table.rows().isEmpty()) {
            sheet.setAutoFilter(new CellRangeAddress(0, table.rows().size(), 0, table.columns().size() - 1));
        }
    }

    void chart(XSSFSheet sheet, Bars bars) {
        head(sheet, List.of(bars.label(), bars.value()));
        sheet.setColumnWidth(0, 30 * WIDTH);
        sheet.setColumnWidth(1, 16 * WIDTH);
        int last = bars.bars().size();
        for (int bar = 0; bar < last; bar++) {
            Row row = sheet.createRow(bar + 1);
            texts.write(row.createCell(0), bars.bars().get(bar).label(), styles.plain());
            set(row.createCell(1), bars.bars().get(bar).value(), bars.format());
        }
        if (last == 0) {
            return;
        }
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 3, 1, 13, 20));
        chart.setTitleText(ExcelText.plain(bars.name()));
        XDDFCategoryAxis labels = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setMinimum(0);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, labels, values);
        data.setBarDirection(BarDirection.COL);
        data.addSeries(XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(1, last, 0, 0)),
                XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(1, last, 1, 1)))
                .setTitle(ExcelText.plain(bars.value()), null);
        chart.plot(data);
    }

    private void head(XSSFSheet sheet, List<String> titles) {
        Row row = sheet.createRow(0);
        for (int column = 0; column < titles.size(); column++) {
            texts.write(row.createCell(column), titles.get(column), styles.head());
        }
        sheet.createFreezePane(0, 1);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    }

    private void set(Cell cell, Object value, Format format) {
        if (value != null) {
            cell.setCellStyle(styles.of(format));
        }
        switch (value) {
            case null -> {}
            case Number share when format == Format.PERCENT -> cell.setCellValue(Share.shown(share.doubleValue()));
            case Number minutes when format == Format.MINUTES -> cell.setCellValue(minutes.doubleValue() / 1440);
            case Number number -> cell.setCellValue(number.doubleValue());
            case Instant instant -> cell.setCellValue(instant.atZone(words.zone()).toLocalDateTime());
            default -> texts.write(cell, value.toString(), styles.of(format));
        }
    }
}
