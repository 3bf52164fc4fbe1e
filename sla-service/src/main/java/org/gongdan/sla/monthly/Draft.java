package org.gongdan.sla.monthly;

import static org.gongdan.sla.monthly.Drafting.part;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.gongdan.sla.monthly.Drafting.Part;
import org.gongdan.sla.monthly.MonthFigures.Open;
import org.gongdan.sla.monthly.MonthFigures.Owed;
import org.gongdan.sla.monthly.MonthFigures.Target;
import org.gongdan.sla.monthly.MonthFigures.Volume;
import org.gongdan.sla.report.Attainment;
import org.gongdan.sla.report.BreachCause;
import org.gongdan.sla.report.CauseCount;
import org.gongdan.sla.report.Dimension;
import org.gongdan.sla.report.Distribution;
import org.gongdan.sla.report.Notices;
import org.gongdan.sla.report.Punctuality;
import org.gongdan.sla.report.Scope;

/** A month's figures while they are worked out. */
final class Draft {

    private static final int MONTHS_BEFORE = 5;

    private final UUID customerId;
    private final YearMonth month;
    private final Scope scope;
    private final Instant now;
    private String customerName;
    private List<Volume> volume;
    private List<Attainment> kinds;
    private List<Attainment> priorities;
    private List<Attainment> services;
    private List<Attainment> customers = List.of();
    private List<Attainment> engineers = List.of();
    private List<Attainment> trend;
    private List<Distribution> times;
    private List<BreachCause> broken;
    private List<Punctuality> punctuality;
    private List<Notices> notices;
    private Open open;
    private List<Owed> owed;
    private List<Target> targets = List.of();

    Draft(UUID customerId, YearMonth month, Scope scope, Instant now) {
        this.customerId = customerId;
        this.month = month;
        this.scope = scope;
        this.now = now;
    }

    /** Engineers are nobody's business but ours, and customers not each other's. */
    List<Part<?>> parts() {
        Scope halfYear = scope.since(MONTHS_BEFORE);
        boolean internal = customerId == null;
        List<Part<?>> parts = new ArrayList<>(List.of(
                new Part<>(MonthQuestions.customerName(customerId), name -> customerName = name),
                part(MonthQuestions.volume(halfYear), rows -> volume = rows),
                part(Attainment.by(Dimension.KIND, scope), rows -> kinds = rows),
                part(Attainment.by(Dimension.PRIORITY, scope), rows -> priorities = rows),
                part(Attainment.by(Dimension.SERVICE, scope), rows -> services = rows),
                part(Attainment.by(Dimension.MONTH, halfYear), rows -> trend = rows),
                part(Distribution.of(scope, Drafting.MEASURED), rows -> times = rows),
                part(BreachCause.in(scope), rows -> broken = rows),
                part(Punctuality.of(scope),
                        rows -> punctuality = internal ? rows : rows.stream().filter(row -> row.engineerId() == null).toList()),
                part(Notices.of(scope), rows -> notices = internal ? rows : rows.stream().filter(row -> row.engineerId() == null).toList()),
                new Part<>(MonthQuestions.open(scope, now), found -> open = found),
                part(MonthQuestions.owed(customerId, month), rows -> owed = rows)));
        if (internal) {
            parts.add(part(Attainment.by(Dimension.CUSTOMER, scope), rows -> customers = rows));
            parts.add(part(Attainment.by(Dimension.ENGINEER, scope), rows -> engineers = rows));
        } else {
            parts.add(part(MonthQuestions.targets(customerId, month), rows -> targets = rows));
        }
        return parts;
    }

    MonthFigures figures() {
        return new MonthFigures(customerId, customerName, month.toString(), scope.from(), scope.to(), now, volume, kinds, priorities,
                services, customers, engineers, trend,
                times, broken.stream().limit(MonthFigures.LISTED).map(this::forItsReaders).toList(), broken.size(), CauseCount.of(broken),
                punctuality, notices, open, owed, targets);
    }

    /** Who found a cause and what he noted is internal. */
    private BreachCause forItsReaders(BreachCause one) {
        return customerId == null ? one : one.withoutNote();
    }
}
