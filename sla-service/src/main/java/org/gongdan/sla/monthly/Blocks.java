package org.gongdan.sla.monthly;

import static org.gongdan.sla.document.Document.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

import org.gongdan.sla.document.Document.Bar;
import org.gongdan.sla.document.Document.Bars;
import org.gongdan.sla.document.Document.Block;
import org.gongdan.sla.document.Document.Column;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Table;
import org.gongdan.sla.document.Document.Text;
import org.gongdan.sla.document.Document.Tile;
import org.gongdan.sla.document.Document.Tiles;
import org.gongdan.sla.document.Share;
import org.gongdan.sla.document.Words;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.report.Attainment;
import org.gongdan.sla.report.Cause;
import org.gongdan.sla.report.Distribution;
import org.gongdan.sla.report.Distribution.Measure;
import org.gongdan.sla.report.Punctuality;

/** The parts both kinds of monthly reports are put together from. */
final class Blocks {

    private final MonthFigures figures;
    private final Words words;
    private final Kinds kinds;

    Blocks(MonthFigures figures, Words words, Kinds kinds) {
        this.figures = figures;
        this.words = words;
        this.kinds = kinds;
    }

    /** The month at a glance. */
    Block tiles() {
        Attainment total = figures.total();
        Attainment before = figures.trend().stream().filter(month -> month.kind() == null && month.key().compareTo(figures.month()) < 0)
                .reduce((first, last) -> last).orElse(null);
        Punctuality visits = figures.punctuality().isEmpty() ? null : figures.punctuality().getFirst();
        return new Tiles(List.of(
                new Tile(words.say("tickets"), figures.tickets(), Format.COUNT, null),
                new Tile(words.say("attainment"), total.attainment(), Format.PERCENT,
                        before == null || before.attainment() == null ? null
                                : words.say("month-before", words.text(before.attainment(), Format.PERCENT))),
                new Tile(words.say("median-acknowledge"), median("ACKNOWLEDGE"), Format.MINUTES, words.say("from-report")),
                new Tile(words.say("median-resolve"), median("RESOLUTION_24H"), Format.MINUTES, words.say("from-report")),
                new Tile(words.say("visits-in-time"), visits == null ? null : visits.punctual(), Format.PERCENT,
                        visits == null ? words.say("no-visits") : words.say("of-visits", visits.visits() - visits.ahead()))));
    }

    private Double median(String kind) {
        return figures.times().stream().filter(one -> one.kind().equals(kind) && one.measure() == Measure.WALL).map(Distribution::p50)
                .findFirst().orElse(null);
    }

    Text text(String key, Object... arguments) {
        return new Text(words.say(key, arguments), false);
    }

    Text note(String key, Object... arguments) {
        return new Text(words.say(key, arguments), true);
    }

    /** Attainment of each kind of promise. */
    Block byKind() {
        List<List<Object>> rows = new ArrayList<>();
        figures.kinds().forEach(kind -> rows.add(attainment(kinds.name(kind.kind(), words.locale()), kind)));
        if (!rows.isEmpty()) {
            rows.add(attainment(words.say("all-promises"), figures.total()));
        }
        List<Column> columns = new ArrayList<>(attainmentColumns(words.say("promise")));
        return figures.targets().isEmpty() ? new Table(null, columns, rows, words.say("nothing-due"), !rows.isEmpty())
                : withTargets(columns, rows);
    }

    /** What the contracts aim at beside what came of it. */
    private Table withTargets(List<Column> columns, List<List<Object>> rows) {
        columns.add(new Column(words.say("target"), Format.FIGURES, 16));
        List<List<Object>> wider = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            List<Object> cells = new ArrayList<>(rows.get(at));
            cells.add(at < figures.kinds().size() ? target(figures.kinds().get(at).kind()) : "");
            wider.add(cells);
        }
        return new Table(null, columns, wider, words.say("nothing-due"), !wider.isEmpty());
    }

    private String target(String kind) {
        return figures.targets().stream().filter(target -> target.kind().equals(kind)).findFirst()
                .map(target -> (target.least().equals(target.most()) ? target.least() : target.least() + "–" + target.most()) + " %")
                .orElse("–");
    }

    /** Attainment by another dimension, all kinds of promises together. @param unknown what a value is called that nobody told */
    Block by(String name, List<Attainment> all, String unknown) {
        List<List<Object>> rows = new ArrayList<>();
        all.stream().filter(one -> one.kind() == null)
                .forEach(one -> rows.add(attainment(one.name() != null ? one.name() : one.key() != null ? one.key() : unknown, one)));
        return new Table(words.say("by", words.say(name).toLowerCase(words.locale())), attainmentColumns(words.say(name)), rows,
                words.say("nothing-due"));
    }

    private List<Column> attainmentColumns(String first) {
        return List.of(new Column(first, Format.TEXT, 38), new Column(words.say("due"), Format.COUNT, 12),
                new Column(words.say("kept"), Format.COUNT, 12),
                new Column(words.say("broken"), Format.COUNT, 12), new Column(words.say("open"), Format.COUNT, 12),
                new Column(words.say("attainment"), Format.PERCENT, 14));
    }

    private static List<Object> attainment(String name, Attainment one) {
        return row(name, one.total(), one.met(), one.breached(), one.open(), one.attainment());
    }

    Block trend() {
        return new Bars(words.say("trend"), words.say("month"), words.say("attainment"), Format.PERCENT,
                figures.trend().stream().filter(month -> month.kind() == null)
                        .map(month -> new Bar(words.month(month.key()), month.attainment()))
                        .toList());
    }

    Block volumeTrend() {
        TreeMap<String, Long> months = new TreeMap<>();
        figures.volume().forEach(one -> months.merge(one.month(), one.tickets(), Long::sum));
        return new Bars(words.say("tickets-by-month"), words.say("month"), words.say("tickets"), Format.COUNT,
                months.entrySet().stream().map(month -> new Bar(words.month(month.getKey()), month.getValue().doubleValue())).toList());
    }

    Block volumeByPriority() {
        return new Table(words.say("tickets-by-priority"),
                List.of(new Column(words.say("priority"), Format.TEXT, 60), new Column(words.say("tickets"), Format.COUNT, 20),
                        new Column(words.say("share"), Format.PERCENT, 20)),
                figures.volume().stream().filter(one -> one.month().equals(figures.month()))
                        .map(one -> row(Objects.requireNonNullElse(one.priority(), words.say("not-told")), one.tickets(),
                                Share.of(one.tickets(), figures.tickets())))
                        .toList(),
                words.say("no-tickets"));
    }

    Block times() {
        return new Table(null,
                List.of(new Column(words.say("promise"), Format.TEXT, 26), new Column(words.say("measure"), Format.TEXT, 18),
                        new Column(words.say("done"), Format.COUNT, 10),
                        new Column(words.say("half"), Format.MINUTES, 15), new Column("90 %", Format.MINUTES, 15),
                        new Column("95 %", Format.MINUTES, 15), new Column(words.say("longest"), Format.MINUTES, 15)),
                figures.times().stream()
                        .map(one -> row(kinds.name(one.kind(), words.locale()), words.say("measure." + one.measure()), one.count(),
                                one.p50(), one.p90(), one.p95(), one.max()))
                        .toList(),
                words.say("nothing-done"));
    }

    /** How many took how long from the report on; buckets at both ends that nothing fell into are left out. */
    List<Block> spreads() {
        return figures.times().stream().filter(one -> one.measure() == Measure.WALL).<Block>map(one -> {
            List<Distribution.Bucket> buckets = new ArrayList<>(one.buckets());
            while (!buckets.isEmpty() && buckets.getLast().count() == 0) {
                buckets.removeLast();
            }
            while (!buckets.isEmpty() && buckets.getFirst().count() == 0) {
                buckets.removeFirst();
            }
            return new Bars(words.say("spread", kinds.name(one.kind(), words.locale())), words.say("took"), words.say("promises"),
                    Format.COUNT,
                    buckets.stream().map(bucket -> new Bar(label(bucket), (double) bucket.count())).toList());
        }).toList();
    }

    private String label(Distribution.Bucket bucket) {
        return bucket.to() == null ? words.say("more-than", words.text(bucket.from(), Format.MINUTES))
                : bucket.from() == 0 ? words.say("less-than", words.text(bucket.to(), Format.MINUTES))
                        : words.say("between", words.text(bucket.from(), Format.MINUTES), words.text(bucket.to(), Format.MINUTES));
    }

    /** That we have not looked into it is our own business: to a customer it is one of the other causes. */
    String cause(Cause cause) {
        return words.say("cause." + (cause == Cause.UNEXPLAINED && figures.customerId() != null ? Cause.OTHER : cause).name());
    }

    String kind(String code) {
        return kinds.name(code, words.locale());
    }
}
