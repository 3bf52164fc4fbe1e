package org.gongdan.sla.monthly;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.gongdan.sla.document.Document;
import org.gongdan.sla.document.Document.Block;
import org.gongdan.sla.document.Document.Fact;
import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.document.Document.Section;
import org.gongdan.sla.document.Words;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.report.Attainment;

/** The monthly report to a customer. */
final class CustomerPages {

    private final ServiceReport report;
    private final MonthFigures figures;
    private final Words words;
    private final Blocks blocks;
    private final DetailBlocks details;

    CustomerPages(ServiceReport report, MonthFigures figures, Words words, Kinds kinds) {
        this.report = report;
        this.figures = figures;
        this.words = words;
        this.blocks = new Blocks(figures, words, kinds);
        this.details = new DetailBlocks(figures, words, blocks);
    }

    Document document() {
        String customer = Objects.requireNonNullElse(figures.customerName(), figures.customerId().toString());
        String title = words.say("customer.title");
        return new Document(title, words.say("customer.subtitle", customer, words.month(figures.month())), Cover.mark(report, words),
                Cover.head(report, figures, words, new Fact(words.say("customer"), customer)), sections(),
                Cover.foot(report, figures, words, title, customer), Cover.file(figures, words, title, customer),
                report.status == ReportStatus.RELEASED ? customer : null);
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(words.say("summary"), blocks.tiles(), summary()));
        sections.add(Section.of(words.say("attainment-section"), blocks.byKind(),
                blocks.by("priority", figures.priorities(), words.say("not-told")),
                blocks.by("service", figures.services(), words.say("without-contract")), blocks.trend()));
        sections.add(Section.of(words.say("volume-section"), blocks.volumeByPriority(), blocks.volumeTrend()));
        List<Block> times = new ArrayList<>(List.of(blocks.times()));
        times.addAll(blocks.spreads());
        times.add(blocks.note("times-note"));
        sections.add(new Section(words.say("times-section"), times));
        sections.add(figures.broken().isEmpty() ? Section.of(words.say("broken-section"), blocks.text("nothing-broken"))
                : Section.of(words.say("broken-section"), details.causes(), details.broken(false),
                        blocks.note("broken-note", figures.broken().size(), figures.brokenCount())));
        sections.add(Section.of(words.say("visits-section"), details.punctuality(), details.notices(), blocks.note("visits-note")));
        sections.add(Section.of(words.say("open-section"),
                blocks.note("open-note", words.text(figures.asOf(), Format.TIME), figures.open().count(), figures.open().overdue(),
                        figures.open().promises().size()),
                details.open(false)));
        sections.add(Section.of(words.say("owed-section"), details.owed()));
        sections.add(Section.of(words.say("about-section"), blocks.note("about-counting"), blocks.note("not-contained")));
        return sections;
    }

    private Block summary() {
        Attainment total = figures.total();
        return total.total() == 0 ? blocks.text("summary-nothing", figures.tickets())
                : blocks.text("summary-text", figures.tickets(), total.total(), total.met(), total.breached(),
                        words.text(total.attainment(), Format.PERCENT), total.open());
    }
}
