package org.gongdan.sla.monthly;

import static org.gongdan.sla.document.Document.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.sla.document.Document.Bar;
import org.gongdan.sla.document.Document.Bars;
import org.gongdan.sla.document.Document.Block;
import org.gongdan.sla.document.Document.Column;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Table;
import org.gongdan.sla.document.Words;

/** What both kinds of monthly reports tell one by one: broken promises, visits, notices, what is open. */
final class DetailBlocks {

    /** Lines to be written on by hand. */
    private static final String ROOM = " \n ";

    private final MonthFigures figures;
    private final Words words;
    private final Blocks blocks;

    DetailBlocks(MonthFigures figures, Words words, Blocks blocks) {
        this.figures = figures;
        this.words = words;
        this.blocks = blocks;
    }

    Block causes() {
        Map<String, Long> counts = new LinkedHashMap<>();
        figures.causes().stream().filter(cause -> cause.count() > 0)
                .forEach(cause -> counts.merge(blocks.cause(cause.cause()), cause.count(), Long::sum));
        return new Bars(words.say("causes"), words.say("cause"), words.say("promises"), Format.COUNT,
                counts.entrySet().stream().map(cause -> new Bar(cause.getKey(), cause.getValue().doubleValue())).toList());
    }

    /** @param internal names customers, and what supervisors noted */
    Block broken(boolean internal) {
        List<Column> columns = new ArrayList<>(
                List.of(new Column(words.say("ticket"), Format.TEXT, 13), new Column(words.say("fault"), Format.TEXT, 24),
                        new Column(words.say("promise"), Format.TEXT, 18), new Column(words.say("due-at"), Format.TIME, 17),
                        new Column(words.say("done-at"), Format.TIME, 17),
                        new Column(words.say("late"), Format.MINUTES, 14),
                        new Column(words.say("cause"), Format.TEXT, 20)));
        if (internal) {
            columns.add(1, new Column(words.say("customer"), Format.TEXT, 18));
        }
        return new Table(words.say("broken-promises"), columns, figures.broken().stream().map(one -> {
            String cause = blocks.cause(one.cause())
                    + (one.found() != null && one.found().note() != null ? words.say("noted", one.found().note()) : "");
            return internal
                    ? row(ticket(one.ticket(), one.ticketId()), one.customerName(), one.summary(), blocks.kind(one.kind()), one.dueAt(),
                            one.endedAt(),
                            one.late(), cause)
                    : row(ticket(one.ticket(), one.ticketId()), one.summary(), blocks.kind(one.kind()), one.dueAt(), one.endedAt(),
                            one.late(),
                            cause);
        }).toList(), words.say("nothing-broken"));
    }

    Block punctuality() {
        return new Table(words.say("punctuality"),
                List.of(new Column(words.say("engineer"), Format.TEXT, 17), new Column(words.say("visits"), Format.COUNT, 8),
                        new Column(words.say("early"), Format.COUNT, 13), new Column(words.say("on-target"), Format.COUNT, 14),
                        new Column(words.say("tight"), Format.COUNT, 14),
                        new Column(words.say("late-visits"), Format.COUNT, 9), new Column(words.say("absent"), Format.COUNT, 9),
                        new Column(words.say("unannounced"), Format.COUNT, 12),
                        new Column(words.say("in-time"), Format.PERCENT, 11)),
                figures.punctuality().stream()
                        .map(one -> row(name(one.engineer(), one.engineerId()), one.visits(), one.early(), one.onTarget(), one.tight(),
                                one.late(), one.absent(),
                                one.unannounced(), one.punctual()))
                        .toList(),
                words.say("no-visits"));
    }

    Block notices() {
        return new Table(words.say("notices"),
                List.of(new Column(words.say("engineer"), Format.TEXT, 22), new Column(words.say("rule"), Format.TEXT, 36),
                        new Column(words.say("told"), Format.COUNT, 11),
                        new Column(words.say("kept"), Format.COUNT, 11), new Column(words.say("broken"), Format.COUNT, 11),
                        new Column(words.say("in-time"), Format.PERCENT, 12)),
                figures.notices().stream()
                        .map(one -> row(name(one.engineer(), one.engineerId()),
                                one.rule() == null ? words.say("every-rule") : words.say("rule." + one.rule()), one.notices(),
                                one.kept(), one.broken(), one.share()))
                        .toList(),
                words.say("no-delays"));
    }

    Block open(boolean internal) {
        List<Column> columns = new ArrayList<>(
                List.of(new Column(words.say("ticket"), Format.TEXT, 14), new Column(words.say("promise"), Format.TEXT, 30),
                        new Column(words.say("priority"), Format.TEXT, 12), new Column(words.say("due-at"), Format.TIME, 20),
                        new Column(words.say("state"), Format.TEXT, 16)));
        if (internal) {
            columns.add(1, new Column(words.say("customer"), Format.TEXT, 22));
        }
        return new Table(null, columns, figures.open().promises().stream().map(one -> internal
                ? row(ticket(one.ticket(), one.ticketId()), one.customerName(), blocks.kind(one.kind()), one.priority(), one.dueAt(),
                        words.say("state." + one.status()))
                : row(ticket(one.ticket(), one.ticketId()), blocks.kind(one.kind()), one.priority(), one.dueAt(),
                        words.say("state." + one.status())))
                .toList(), words.say("nothing-open"));
    }

    Block owed() {
        return new Table(null,
                List.of(new Column(words.say("currency"), Format.TEXT, 40), new Column(words.say("entries"), Format.COUNT, 30),
                        new Column(words.say("amount"), Format.MONEY, 30)),
                figures.owed().stream().map(one -> row(one.currency(), one.entries(), new BigDecimal(one.amount()))).toList(),
                words.say("nothing-owed"));
    }

    /** The causes of the month with room for what is to be done about them. */
    Block actions() {
        return new Table(null,
                List.of(new Column(words.say("cause"), Format.TEXT, 24), new Column(words.say("promises"), Format.COUNT, 11),
                        new Column(words.say("action"), Format.TEXT, 33),
                        new Column(words.say("responsible"), Format.TEXT, 14), new Column(words.say("until"), Format.TEXT, 12),
                        new Column(words.say("checked"), Format.TEXT, 12)),
                Stream.concat(
                        figures.causes().stream().filter(cause -> cause.count() > 0)
                                .map(cause -> row(blocks.cause(cause.cause()), cause.count(), ROOM, "", "", "")),
                        Stream.generate(() -> row("", "", ROOM, "", "", "")).limit(3)).toList(),
                null);
    }

    private String name(String name, UUID id) {
        return id == null ? words.say("all-engineers") : Objects.requireNonNullElse(name, id.toString());
    }

    private static String ticket(String number, UUID id) {
        return number != null ? number : id == null ? null : id.toString().substring(0, 8);
    }
}
