package org.gongdan.sla.visit;

import static org.gongdan.sla.ClockKind.ARRIVAL;
import static org.gongdan.sla.ClockKind.NOTICE_OF_DELAY;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.gongdan.platform.event.Envelope;
import org.gongdan.platform.inbox.Consumer;
import org.gongdan.platform.inbox.Handlers;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.platform.inbox.Received;
import org.gongdan.sla.ClockFact;
import org.gongdan.sla.Clocks;
import org.gongdan.sla.Heard;
import org.gongdan.sla.Promise;
import org.gongdan.sla.SlaSettings;
import org.gongdan.sla.Terms;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What we hear from dispatch-service: when the engineer is promised, when he came, and whether the customer heard of delays in time. */
@ApplicationScoped
class VisitEvents {

    private final Clocks clocks;
    private final SlaSettings settings;
    private final Consumer consumer;

    VisitEvents(Inbox inbox, Clocks clocks, SlaSettings settings) {
        this.clocks = clocks;
        this.settings = settings;
        this.consumer = inbox.consumer("visit-events", handlers());
    }

    @Incoming("visit-events")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return consumer.receive(records);
    }

    Handlers handlers() {
        return new Handlers()
                .on(VisitScheduled.class, (session, event) -> clocks.appoint(session, arrival(event, event.fact()), "VisitScheduled", true))
                .on(VisitRescheduled.class, (session, event) -> clocks.appoint(session, arrival(event, event.fact()), event.fact().reason(), false))
                .on(VisitDelayed.class, this::delayed)
                .on(VisitStarted.class, (session, event) -> hear(session, event, new ClockFact.Met(event.fact().arrivedAt(), "VisitStarted",
                        Map.of("punctuality", event.fact().punctuality()))))
                .on(CustomerAbsent.class, (session, event) -> calledOff(session, event, event.fact().at()))
                .on(VisitRefused.class, (session, event) -> calledOff(session, event, event.fact().at()))
                .on(VisitCancelled.class, (session, event) -> calledOff(session, event, event.fact().at()));
    }

    private Uni<Void> delayed(Mutiny.Session session, Received<VisitDelayed> event) {
        VisitDelayed delay = event.fact();
        Duration length = Duration.between(delay.previousStart(), delay.windowStart());
        if (!length.isPositive()) {
            return clocks.appoint(session, arrival(event, delay), delay.reason(), false);
        }
        NoticeRule rule = NoticeRule.of(length, settings.notice());
        Promise notice = Promise.ofVisit(NOTICE_OF_DELAY, delay.ticketId(), delay.visitId(), delay.customerId(), delay.noticeAt(),
                Terms.at(rule.due(delay.previousStart()), settings.warnPercent()), event.envelope());
        Duration late = Duration.between(rule.due(delay.previousStart()), delay.noticeAt());
        ClockFact given = new ClockFact.Met(delay.noticeAt(), "VisitDelayed", Map.of("rule", rule.rule(), "delay", length.toString(),
                "notice", rule.notice().toString(), "late", late.isPositive() ? late.toString() : Duration.ZERO.toString()));
        return clocks.judge(session, notice, given)
                .chain(() -> rule.movesTheAppointment() ? clocks.appoint(session, arrival(event, delay), delay.reason(), false) : Uni.createFrom().voidItem());
    }

    /** The engineer is promised for the beginning of the window. */
    private Promise arrival(Received<?> event, OfWindow visit) {
        return Promise.ofVisit(ARRIVAL, visit.ticketId(), visit.visitId(), visit.customerId(), visit.agreedAt(),
                Terms.at(visit.windowStart(), settings.warnPercent()), event.envelope());
    }

    /** Nobody can keep or break the promise any more. */
    private Uni<Void> calledOff(Mutiny.Session session, Received<? extends OfVisit> event, Instant at) {
        return hear(session, event, new ClockFact.Voided(at, name(event.envelope())));
    }

    private Uni<Void> hear(Mutiny.Session session, Received<? extends OfVisit> event, ClockFact fact) {
        return clocks.hearOfVisit(session, event.fact().visitId(), Heard.of(event.envelope(), fact, ARRIVAL));
    }

    private static String name(Envelope event) {
        return event.type().substring(0, event.type().lastIndexOf('.'));
    }

    interface OfVisit {
        UUID visitId();
    }

    interface OfWindow extends OfVisit {
        UUID ticketId();

        UUID customerId();

        Instant windowStart();

        /** When the customer and we agreed on it. */
        Instant agreedAt();
    }

    record VisitScheduled(UUID visitId, UUID ticketId, UUID customerId, Instant windowStart, Instant at) implements OfWindow {
        @Override
        public Instant agreedAt() {
            return at;
        }
    }

    record VisitRescheduled(UUID visitId, UUID ticketId, UUID customerId, Instant windowStart, String reason, Instant at) implements OfWindow {
        @Override
        public Instant agreedAt() {
            return at;
        }
    }

    record VisitDelayed(UUID visitId, UUID ticketId, UUID customerId, Instant previousStart, Instant windowStart, String reason,
            Instant noticeAt) implements OfWindow {
        @Override
        public Instant agreedAt() {
            return noticeAt;
        }
    }

    record VisitStarted(UUID visitId, Instant arrivedAt, String punctuality) implements OfVisit {
    }

    record CustomerAbsent(UUID visitId, Instant at) implements OfVisit {
    }

    record VisitRefused(UUID visitId, Instant at) implements OfVisit {
    }

    record VisitCancelled(UUID visitId, Instant at) implements OfVisit {
    }
}
