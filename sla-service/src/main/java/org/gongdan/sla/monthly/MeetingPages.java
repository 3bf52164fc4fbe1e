package org.gongdan.sla.monthly;

import java.util.ArrayList;
import java.util.List;

import org.gongdan.sla.document.Document;
import org.gongdan.sla.document.Document.Block;
import org.gongdan.sla.document.Document.Fact;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Section;
import org.gongdan.sla.document.Words;
import org.gongdan.sla.kind.Kinds;

/** The pack for our own monthly meeting: volume, promises, breaches and why, visits, risks, and what to do about it. */
final class MeetingPages {

    private final ServiceReport report;
    private final MonthFigures figures;
    private final Words words;
    private final Blocks blocks;
    private final DetailBlocks details;

    MeetingPages(ServiceReport report, MonthFigures figures, Words words, Kinds kinds) {
        this.report = report;
        this.figures = figures;
        this.words = words;
        this.blocks = new Blocks(figures, words, kinds);
        this.details = new DetailBlocks(figures, words, blocks);
    }

    Document document() {
        String title = words.say("meeting.title");
        String whom = words.say("internal");
        return new Document(title, words.month(figures.month()), Cover.mark(report, words),
                Cover.head(report, figures, words, new Fact(words.say("for"), whom)), sections(),
                Cover.foot(report, figures, words, title, whom), Cover.file(figures, words, title, whom));
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(words.say("summary"), blocks.tiles()));
        sections.add(Section.of(words.say("volume-section"), blocks.volumeTrend(), blocks.volumeByPriority()));
        sections.add(Section.of(words.say("attainment-section"), blocks.byKind(), blocks.trend(),
                blocks.by("customer", figures.customers(), words.say("not-told")),
                blocks.by("engineer", figures.engineers(), words.say("no-engineer")),
                blocks.by("priority", figures.priorities(), words.say("not-told")),
                blocks.by("service", figures.services(), words.say("without-contract"))));
        List<Block> times = new ArrayList<>(List.of(blocks.times()));
        times.addAll(blocks.spreads());
        sections.add(new Section(words.say("times-section"), times));
        sections.add(figures.broken().isEmpty() ? Section.of(words.say("broken-section"), blocks.text("nothing-broken"))
                : Section.of(words.say("broken-section"), details.causes(), details.broken(true),
                        blocks.note("broken-note", figures.broken().size(), figures.brokenCount())));
        sections.add(Section.of(words.say("visits-section"), details.punctuality(), details.notices(), blocks.note("visits-note")));
        sections.add(Section.of(words.say("risks-section"),
                blocks.note("open-note", words.text(figures.asOf(), Format.TIME), figures.open().count(), figures.open().overdue(),
                        figures.open().promises().size()),
                details.open(true)));
        sections.add(Section.of(words.say("owed-section"), details.owed()));
        sections.add(Section.of(words.say("actions-section"), blocks.note("actions-note"), details.actions()));
        sections.add(Section.of(words.say("about-section"), blocks.note("about-counting"), blocks.note("not-contained")));
        return sections;
    }
}
