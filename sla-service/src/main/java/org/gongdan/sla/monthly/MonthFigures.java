package org.gongdan.sla.monthly;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongdan.platform.event.EventJson;
import org.gongdan.sla.report.Attainment;
import org.gongdan.sla.report.BreachCause;
import org.gongdan.sla.report.CauseCount;
import org.gongdan.sla.report.Distribution;
import org.gongdan.sla.report.Notices;
import org.gongdan.sla.report.Punctuality;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * Everything a monthly report tells, as it was when it was drafted; stored as JSON and never worked out again.
 *
 * @param customerId  null: of all customers
 * @param from        begin of the month
 * @param to          its end, not included
 * @param asOf        when it was drafted
 * @param volume      tickets that were reported, of this month and the five before
 * @param trend       attainment of this month and the five before
 * @param broken      the latest broken promises, at most {@link #LISTED}
 * @param brokenCount how many there are
 * @param open        promises that are overdue, or due within a week after the drafting
 * @param owed        compensation that was approved for the month
 * @param targets     what the customer's contracts aim at; none in reports that were drafted before they were kept, and in the pack
 */
public record MonthFigures(UUID customerId, String customerName, String month, Instant from, Instant to, Instant asOf, List<Volume> volume,
        List<Attainment> kinds,
        List<Attainment> priorities, List<Attainment> services, List<Attainment> customers, List<Attainment> engineers,
        List<Attainment> trend,
        List<Distribution> times, List<BreachCause> broken, long brokenCount, List<CauseCount> causes, List<Punctuality> punctuality,
        List<Notices> notices,
        Open open, List<Owed> owed, List<Target> targets) {

    static final int LISTED = 100;

    public MonthFigures {
        targets = targets == null ? List.of() : targets;
    }

    /** @param priority null when nobody told */
    public record Volume(String month, String priority, long tickets) {
    }

    /** @param count of promises, of which the first are listed @param overdue of those counted, broken and not done */
    @Schema(name = "OpenPromises")
    public record Open(long count, long overdue, List<OpenPromise> promises) {
    }

    /** @param ticket number, or null @param status RUNNING, PAUSED or BREACHED */
    public record OpenPromise(UUID clockId, UUID ticketId, String ticket, UUID customerId, String customerName, String kind,
            String priority, Instant dueAt, String status) {
    }

    /**
     * Share of a kind of promises that shall be kept, by the contracts that held in the month; decimal text, in percent.
     *
     * @param least of all priorities
     * @param most  the same when the contracts aim at one share for all
     */
    public record Target(String kind, String least, String most) {
    }

    /** @param amount decimal text */
    public record Owed(String currency, String amount, long entries) {
    }

    Attainment total() {
        return Attainment.sum(kinds);
    }

    long tickets() {
        return volume.stream().filter(row -> row.month().equals(month)).mapToLong(Volume::tickets).sum();
    }

    String json() {
        return EventJson.write(this);
    }

    static MonthFigures read(String json) {
        try {
            return EventJson.mapper().readValue(json, MonthFigures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored figures cannot be read", e);
        }
    }
}
