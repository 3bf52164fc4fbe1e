package org.gongdan.sla.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A broken promise with what the facts tell around it. Only what happened until the due time explains it, and consent after it.
 *
 * @param ended   when it was done at last, or null
 * @param facts   of the promise, in order of time
 * @param others  promises about the same ticket
 */
record Broken(String kind, boolean aboutVisit, Instant started, Instant breached, Instant ended, List<Happened> facts, List<Other> others) {

    /** @param fact as it is stored, such as PAUSED @param reason of a pause, or null */
    record Happened(String fact, Instant at, String reason) {
    }

    /** @param breached null when it is not broken @param moved its window was put off before @param arrived somebody came */
    record Other(String kind, Instant started, Instant breached, Instant ended, boolean moved, boolean arrived) {

        boolean brokenBy(Instant time) {
            return breached != null && !breached.isAfter(time);
        }

        boolean endedBy(Instant time) {
            return ended != null && !ended.isAfter(time);
        }
    }

    /** Every cause that the facts show, the main one first; never empty. */
    List<Cause> causes() {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        switch (kind) {
            case "ACKNOWLEDGE" -> causes.add(ended == null ? Cause.UNATTENDED : Cause.ACKNOWLEDGED_LATE);
            case "TIME_TO_ASSIGN" -> causes.add(Cause.ASSIGNED_LATE);
            case "HAND_OFF" -> causes.add(Cause.HAND_OVER_LATE);
            case "CALL_BACK", "UPDATE_CADENCE", "NOTICE_OF_DELAY" -> causes.add(Cause.CUSTOMER_NOT_TOLD);
            case "ARRIVAL" -> causes.add(arrivedLate() ? Cause.ENGINEER_LATE : Cause.ENGINEER_ABSENT);
            default -> work(causes);
        }
        if (causes.isEmpty()) {
            causes.add(Cause.UNEXPLAINED);
        }
        return new ArrayList<>(causes);
    }

    private boolean arrivedLate() {
        return ended != null && facts.stream().anyMatch(fact -> fact.fact().equals("MET") && fact.at().equals(ended));
    }

    /** Of promises to have something done. */
    private void work(Set<Cause> causes) {
        waits().forEach((reason, time) -> {
            if (time.multipliedBy(2).compareTo(Duration.between(started, breached)) >= 0 || reason.equals(waitingAtTheEnd())) {
                waitingFor(reason).ifPresent(causes::add);
            }
        });
        if (facts.stream().anyMatch(fact -> fact.fact().equals("EXTENDED") && !fact.at().isBefore(breached))) {
            causes.add(Cause.CONSENT_TOO_LATE);
        }
        if (facts.stream().anyMatch(fact -> fact.fact().equals("REOPENED") && fact.at().isBefore(breached))) {
            causes.add(Cause.REOPENED);
        }
        others.forEach(other -> around(other, causes));
    }

    private void around(Other other, Set<Cause> causes) {
        switch (other.kind()) {
            case "ACKNOWLEDGE" -> {
                if (other.brokenBy(breached)) {
                    causes.add(other.endedBy(breached) ? Cause.ACKNOWLEDGED_LATE : Cause.UNATTENDED);
                }
            }
            case "TIME_TO_ASSIGN" -> add(other, Cause.ASSIGNED_LATE, causes);
            case "HAND_OFF" -> add(other, Cause.HAND_OVER_LATE, causes);
            case "ARRIVAL" -> {
                add(other, other.arrived() ? Cause.ENGINEER_LATE : Cause.ENGINEER_ABSENT, causes);
                if (other.moved() && other.started().isBefore(breached)) {
                    causes.add(Cause.VISIT_PUT_OFF);
                }
            }
            default -> {}
        }
    }

    private void add(Other other, Cause cause, Set<Cause> causes) {
        if (other.brokenBy(breached)) {
            causes.add(cause);
        }
    }

    private static Optional<Cause> waitingFor(String reason) {
        return Arrays.stream(Cause.values()).filter(cause -> cause.name().equals("WAITING_FOR_" + reason)).findFirst();
    }

    /** How long the work waited for what, from the start to the due time. */
    Map<String, Duration> waits() {
        Map<String, Duration> waits = new TreeMap<>();
        String waitingFor = null;
        Instant since = started;
        for (Happened fact : facts) {
            if (fact.at().isAfter(breached)) {
                break;
            }
            if (fact.fact().equals("PAUSED") || fact.fact().equals("RESUMED") || fact.fact().equals("MET")) {
                wait(waits, waitingFor, since, fact.at());
                waitingFor = fact.fact().equals("PAUSED") ? fact.reason() : null;
                since = fact.at();
            }
        }
        wait(waits, waitingFor, since, breached);
        return waits;
    }

    private static void wait(Map<String, Duration> waits, String waitingFor, Instant from, Instant to) {
        if (waitingFor != null) {
            waits.merge(waitingFor, Duration.between(from, to), Duration::plus);
        }
    }

    private String waitingAtTheEnd() {
        String waitingFor = null;
        for (Happened fact : facts) {
            if (!fact.at().isAfter(breached)) {
                waitingFor = fact.fact().equals("PAUSED") ? fact.reason()
                        : fact.fact().equals("RESUMED") || fact.fact().equals("MET") ? null : waitingFor;
            }
        }
        return waitingFor;
    }
}
