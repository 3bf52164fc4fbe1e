package org.gongdan.sla.compensation;

import static org.gongdan.sla.document.Document.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.gongdan.sla.document.Document;
import org.gongdan.sla.document.Document.Block;
import org.gongdan.sla.document.Document.Column;
import org.gongdan.sla.document.Document.Fact;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Section;
import org.gongdan.sla.document.Document.Table;
import org.gongdan.sla.document.Document.Text;
import org.gongdan.sla.document.Words;
import org.gongdan.sla.kind.Kinds;

/** A statement as its readers see it. */
final class StatementPages {

    private StatementPages() {
    }

    static Document of(Statement statement, Words words, Kinds kinds) {
        String customer = Objects.requireNonNullElse(statement.customerName(), statement.customerId().toString());
        String month = words.month(statement.month());
        String title = words.say("statement.title");
        List<Fact> facts = new ArrayList<>(
                List.of(new Fact(words.say("customer"), customer), new Fact(words.say("month"), month)));
        statement.totals().forEach((currency, total) -> facts
                .add(new Fact(words.say("statement.total"), words.text(new BigDecimal(total), Format.MONEY) + " " + currency)));
        List<Block> blocks = new ArrayList<>(List.of(lines(statement, words, kinds), new Text(words.say("statement.note"), true)));
        if (statement.undecided() != null && statement.undecided() > 0) {
            blocks.add(new Text(words.say("statement.undecided", statement.undecided()), true));
        }
        return new Document(title, words.say("customer.subtitle", customer, month), null, facts,
                List.of(new Section(words.say("statement.lines"), blocks)), words.say("foot", title, customer, month),
                words.say("file", customer, month, title),
                // What may still grow is nothing to sign, and only we know whether it may.
                Objects.equals(statement.undecided(), 0L) ? customer : null);
    }

    private static Block lines(Statement statement, Words words, Kinds kinds) {
        List<List<Object>> rows = new ArrayList<>();
        statement.lines()
                .forEach(line -> rows.add(row(words.say("statement.version", line.agreement(), line.version()),
                        kinds.name(line.kind(), words.locale()), line.priority(),
                        line.breachedAt() == null ? words.say("statement.month-attainment") : line.breachedAt(), line.approvedAt(),
                        new BigDecimal(line.amount()), line.currency(),
                        line.withdrawn() ? words.say("statement.withdrawn") : "")));
        statement.totals().forEach(
                (currency, total) -> rows.add(row(words.say("statement.total"), "", "", "", "", new BigDecimal(total), currency, "")));
        return new Table(null,
                List.of(new Column(words.say("statement.agreement"), Format.TEXT, 17), new Column(words.say("promise"), Format.TEXT, 17),
                        new Column(words.say("priority"), Format.TEXT, 9), new Column(words.say("statement.breached-at"), Format.TIME, 17),
                        new Column(words.say("statement.approved-at"), Format.TIME, 17),
                        new Column(words.say("amount"), Format.MONEY, 11), new Column(words.say("currency"), Format.TEXT, 8),
                        new Column(words.say("status"), Format.TEXT, 8)),
                rows, words.say("nothing-owed"), statement.totals().size() == 1);
    }
}
