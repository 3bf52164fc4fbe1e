package org.gongdan.sla.monthly;

import java.util.ArrayList;
import java.util.List;

import org.gongdan.sla.document.Document.Fact;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Words;

/** What stands at the head of every monthly report, whoever reads it. */
final class Cover {

    private Cover() {
    }

    /** @return what is printed across the pages, or null */
    static String mark(ServiceReport report, Words words) {
        return report.status == ReportStatus.RELEASED ? null : words.say("draft");
    }

    /** @param first whom it is for */
    static List<Fact> head(ServiceReport report, MonthFigures figures, Words words, Fact first) {
        List<Fact> facts = new ArrayList<>(List.of(first, new Fact(words.say("month"), figures.month()),
                new Fact(words.say("as-of"), words.text(figures.asOf(), Format.TIME)), new Fact(words.say("zone"), report.zone),
                new Fact(words.say("number"), Integer.toString(report.number)),
                new Fact(words.say("status"), report.status == ReportStatus.RELEASED
                        ? words.say("released", words.text(report.releasedAt, Format.TIME)) : words.say("draft"))));
        if (report.comment != null && !report.comment.isBlank()) {
            facts.add(new Fact(words.say("comment"), report.comment));
        }
        return facts;
    }
}
