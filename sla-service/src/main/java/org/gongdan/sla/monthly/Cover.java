package org.gongdan.sla.monthly;

import java.time.ZoneId;
import java.time.format.TextStyle;
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

    /** At the foot of every page; which draft it is stands on drafts only. @param whom it is for */
    static String foot(ServiceReport report, MonthFigures figures, Words words, String title, String whom) {
        String month = words.month(figures.month());
        return report.status == ReportStatus.RELEASED ? words.say("foot", title, whom, month)
                : words.say("foot-draft", title, whom, month, report.number);
    }

    /** What it is saved as. @param whom it is for */
    static String file(MonthFigures figures, Words words, String title, String whom) {
        return words.say("file", whom, words.month(figures.month()), title);
    }

    /** @param first whom it is for */
    static List<Fact> head(ServiceReport report, MonthFigures figures, Words words, Fact first) {
        boolean released = report.status == ReportStatus.RELEASED;
        List<Fact> facts = new ArrayList<>(List.of(first, new Fact(words.say("month"), words.month(figures.month())),
                new Fact(words.say("as-of"), words.text(figures.asOf(), Format.TIME)),
                new Fact(words.say("zone"), ZoneId.of(report.zone).getDisplayName(TextStyle.FULL, words.locale()))));
        if (!released) {
            facts.add(new Fact(words.say("number"), Integer.toString(report.number)));
        }
        facts.add(new Fact(words.say("status"),
                released ? words.say("released", words.text(report.releasedAt, Format.TIME)) : words.say("draft")));
        if (report.comment != null && !report.comment.isBlank()) {
            facts.add(new Fact(words.say("comment"), report.comment));
        }
        return facts;
    }
}
