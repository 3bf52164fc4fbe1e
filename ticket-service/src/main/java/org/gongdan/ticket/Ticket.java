package org.gongdan.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.problem.DomainException.IllegalTransition;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.text.SearchForm;
import org.gongdan.ticket.TicketEvent.AnswerWaived;
import org.gongdan.ticket.TicketEvent.CallbackPromised;
import org.gongdan.ticket.TicketEvent.CustomerContactedV2;
import org.gongdan.ticket.TicketEvent.ExtensionAgreedV2;
import org.gongdan.ticket.TicketEvent.HandOverAccepted;
import org.gongdan.ticket.TicketEvent.HandOverRefused;
import org.gongdan.ticket.TicketEvent.MessageReceived;
import org.gongdan.ticket.TicketEvent.MessageSent;
import org.gongdan.ticket.TicketEvent.PhoneFixAttempted;
import org.gongdan.ticket.TicketEvent.RemoteSessionEnded;
import org.gongdan.ticket.TicketEvent.SurveyAnswered;
import org.gongdan.ticket.TicketEvent.TicketAcknowledged;
import org.gongdan.ticket.TicketEvent.TicketAssigned;
import org.gongdan.ticket.TicketEvent.TicketCancelled;
import org.gongdan.ticket.TicketEvent.TicketClosedV2;
import org.gongdan.ticket.TicketEvent.TicketHandedOver;
import org.gongdan.ticket.TicketEvent.TicketOpened;
import org.gongdan.ticket.TicketEvent.TicketPrioritized;
import org.gongdan.ticket.TicketEvent.TicketReopened;
import org.gongdan.ticket.TicketEvent.TicketResolved;
import org.gongdan.ticket.TicketEvent.TicketResumed;
import org.gongdan.ticket.TicketEvent.TicketWaiting;
import org.gongdan.ticket.TicketEvent.VisitRequested;

/** A fault report and what is done about it. Every transition returns the fact it made; an illegal one throws. */
@Entity
@Table(name = "ticket")
public class Ticket {

    private static final int FARTHEST_YEARS = 10;
    private static final Duration FARTHEST = Duration.ofDays(FARTHEST_YEARS * 366L);

    @Id
    UUID id;
    @Version
    long version;
    String number;
    @Column(name = "customer_id")
    UUID customerId;
    @Column(name = "customer_name")
    String customerName;
    @Column(name = "site_id")
    UUID siteId;
    @Column(name = "contact_id")
    UUID contactId;
    @Column(name = "product_id")
    UUID productId;
    String product;
    @Enumerated(EnumType.STRING)
    Channel channel;
    @Enumerated(EnumType.STRING)
    Source source;
    @Enumerated(EnumType.STRING)
    Matter matter;
    String summary;
    String symptom;
    @Enumerated(EnumType.STRING)
    Level impact;
    @Enumerated(EnumType.STRING)
    Level urgency;
    @Enumerated(EnumType.STRING)
    Priority priority;
    @Enumerated(EnumType.STRING)
    TicketStatus status;
    String assignee;
    @Column(name = "opened_at")
    Instant openedAt;
    @Column(name = "opened_by")
    String openedBy;
    @Column(name = "expected_by")
    Instant expectedBy;
    @Column(name = "phone_tried")
    boolean phoneTried;
    @Column(name = "remote_tried")
    boolean remoteTried;
    String category;
    String cause;
    String fix;
    @Enumerated(EnumType.STRING)
    Method method;
    @Column(name = "article_id")
    UUID articleId;
    boolean surveyed;
    @Column(name = "callback_due")
    Instant callbackDue;
    @Column(name = "handed_to")
    String handedTo;
    /** When the customer wrote the first message that has no answer yet. */
    @Column(name = "unanswered_since")
    Instant unansweredSince;
    /** Only while it waits. */
    @Enumerated(EnumType.STRING)
    @Column(name = "waiting_for")
    WaitReason waitingFor;
    @Column(name = "changed_at")
    Instant changedAt;
    /** What it is searched by, in the form texts are compared in; old rows are filled by {@link TicketForms}. */
    @Column(updatable = false)
    String words;
    @Column(updatable = false)
    short form;

    // What other services say of the ticket: written by their consumers only, so that it never collides with a command.
    @Column(name = "resolve_by", insertable = false, updatable = false)
    Instant resolveBy;
    @Column(insertable = false, updatable = false)
    boolean breached;
    @Column(name = "visit_id", insertable = false, updatable = false)
    UUID visitId;
    @Column(name = "visit_status", insertable = false, updatable = false)
    String visitStatus;

    protected Ticket() {
    }

    /** What a report says; ids of site, contact and product belong to the customer (the door checks that). */
    public record Report(UUID customerId, UUID siteId, UUID contactId, UUID productId, Channel channel, Source source, Matter matter,
            String summary,
            String symptom, Level impact, Level urgency, Instant expectedBy) {
    }

    static Ticket open(UUID id, String number, String customerName, String product, Report report, Instant now, String by) {
        if (report.channel() == Channel.PHONE && report.expectedBy() == null) {
            throw new Rejected("expected-time-missing").onField("expectedBy");
        }
        if (report.expectedBy() != null && !report.expectedBy().isAfter(now)) {
            throw new Rejected("expected-time-past").onField("expectedBy");
        }
        mustBeNear("expectedBy", report.expectedBy(), now);
        Ticket ticket = new Ticket();
        ticket.id = id;
        ticket.number = number;
        ticket.customerId = report.customerId();
        ticket.customerName = customerName;
        ticket.siteId = report.siteId();
        ticket.contactId = report.contactId();
        ticket.productId = report.productId();
        ticket.product = product;
        ticket.channel = report.channel();
        ticket.source = report.source();
        ticket.matter = report.matter() == null ? Matter.FAULT : report.matter();
        ticket.summary = report.summary();
        ticket.words = SearchForm.of(number, customerName, report.summary());
        ticket.form = SearchForm.VERSION;
        ticket.symptom = report.symptom();
        ticket.impact = report.impact();
        ticket.urgency = report.urgency();
        ticket.priority = Priority.of(report.impact(), report.urgency());
        ticket.status = TicketStatus.OPEN;
        ticket.openedAt = now;
        ticket.openedBy = by;
        ticket.expectedBy = report.expectedBy();
        ticket.changedAt = now;
        return ticket;
    }

    /** @param by who opened it, as other services may know him */
    TicketOpened opened(String by) {
        return new TicketOpened(id, customerId, number, siteId, contactId, productId, product, channel, source, matter, summary, symptom,
                impact,
                urgency, priority, openedAt, by, expectedBy);
    }

    TicketAcknowledged acknowledge(Instant now, String by) {
        become(TicketStatus.IN_PROGRESS, now);
        return new TicketAcknowledged(id, customerId, now, by);
    }

    TicketAssigned assign(String to, Instant now, String by) {
        work(now);
        assignee = to;
        return new TicketAssigned(id, customerId, to, now, by);
    }

    PhoneFixAttempted phoneFix(boolean customerAgreed, String steps, boolean succeeded, UUID article, Instant now, String by) {
        if (!customerAgreed) {
            throw new Rejected("phone-help-not-agreed");
        }
        work(now);
        phoneTried = true;
        return new PhoneFixAttempted(id, customerId, now, by, succeeded, article, steps);
    }

    /** A remote session may start: somebody works on the ticket and nobody has to be asked again. */
    public void startRemote(Instant now) {
        work(now);
    }

    public RemoteSessionEnded endRemote(UUID session, Instant startedAt, boolean succeeded, int steps, Instant now) {
        mustBeOpen("RemoteSessionEnded");
        remoteTried = true;
        changedAt = now;
        return new RemoteSessionEnded(id, customerId, session, startedAt, now, succeeded, steps);
    }

    /** A visit needs an attempt by phone or remote before it, or a reason why there was none (R45). */
    VisitRequested requestVisit(String need, String skipReason, Instant from, Instant to, Instant now, String by) {
        if (!phoneTried && !remoteTried && (skipReason == null || skipReason.isBlank())) {
            throw new Rejected("visit-needs-attempt").onField("skipReason");
        }
        mustBeNear("preferredFrom", from, now);
        mustBeNear("preferredTo", to, now);
        if (from != null && to != null && !to.isAfter(from)) {
            throw new Rejected("window-empty").onField("preferredTo");
        }
        become(TicketStatus.ON_SITE, now);
        return new VisitRequested(id, customerId, number, siteId, contactId, product, summary, symptom, need, skipReason, from, to, now,
                by);
    }

    /** Another priority than impact and urgency give, for a reason; what is promised follows it. */
    TicketPrioritized prioritize(Priority to, String reason, Instant now, String by) {
        mustBeOpen("PRIORITIZED");
        if (to == priority) {
            throw new Rejected("priority-unchanged", to).onField("priority");
        }
        Priority previous = priority;
        priority = to;
        changedAt = now;
        return new TicketPrioritized(id, customerId, to, previous, reason, now, by);
    }

    /** Whoever has asked us something is not the one who is waited for. */
    TicketWaiting waitFor(WaitReason reason, String evidence, Instant now) {
        if (reason == WaitReason.CUSTOMER && status.isOpen()) {
            mustBeAnswered();
        }
        become(TicketStatus.WAITING, now);
        waitingFor = reason;
        return new TicketWaiting(id, customerId, reason, evidence, now);
    }

    TicketResumed resume(Instant now) {
        if (status != TicketStatus.WAITING) {
            throw new IllegalTransition("ticket", number, status, TicketStatus.IN_PROGRESS.name());
        }
        become(TicketStatus.IN_PROGRESS, now);
        return new TicketResumed(id, customerId, now);
    }

    /** More time needs a plan, a new time and the customer's consent, before the promise ends (R22); sla-service judges the last. */
    ExtensionAgreedV2 extend(String plan, Instant newTime, Consent consent, Instant now) {
        mustBeOpen("ExtensionAgreed");
        if (!newTime.isAfter(now)) {
            throw new Rejected("new-time-past").onField("newTime");
        }
        mustBeNear("newTime", newTime, now);
        if (consent.at().isAfter(now)) {
            throw new Rejected("consent-in-future").onField("consent.at");
        }
        changedAt = now;
        return new ExtensionAgreedV2(id, customerId, plan, newTime, consent.at(), now);
    }

    /** The customer is told by when he gets an answer (R38). When one is due already, this one needs an explanation (R39). */
    CallbackPromised promiseCallback(Instant due, String words, String explanation, Instant now, String by) {
        if (!due.isAfter(now)) {
            throw new Rejected("callback-past").onField("dueAt");
        }
        mustBeNear("dueAt", due, now);
        if (callbackDue != null && (explanation == null || explanation.isBlank())) {
            throw new Rejected("callback-needs-explanation").onField("explanation");
        }
        work(now);
        String why = callbackDue == null ? null : explanation;
        callbackDue = due;
        return new CallbackPromised(id, customerId, contactId, due, words, why, now, by);
    }

    /** The customer was spoken to; also about a fix he has not confirmed yet. */
    CustomerContactedV2 contact(ContactChannel channel, boolean answersCallback, Instant now, String by) {
        if (answersCallback && callbackDue == null) {
            throw new Rejected("no-callback-due").onField("answersCallback");
        }
        if (status == TicketStatus.RESOLVED) {
            changedAt = now;
        } else {
            work(now);
        }
        callbackDue = answersCallback ? null : callbackDue;
        unansweredSince = null;
        return new CustomerContactedV2(id, customerId, contactId, channel, answersCallback, now, by);
    }

    /** The customer wrote. Where we waited for him, work goes on: he has answered. */
    List<TicketEvent> receive(UUID message, Instant now, String by) {
        mustTalk();
        boolean answers = waitingFor == WaitReason.CUSTOMER;
        if (answers) {
            become(TicketStatus.IN_PROGRESS, now);
        }
        changedAt = now;
        unansweredSince = unansweredSince == null ? now : unansweredSince;
        MessageReceived received = new MessageReceived(id, customerId, message, now, by);
        return answers ? List.of(received, new TicketResumed(id, customerId, now)) : List.of(received);
    }

    /** We wrote to the customer, which answers whatever he wrote before. */
    MessageSent send(UUID message, String text, Instant now, String by) {
        mustTalk();
        if (status == TicketStatus.RESOLVED) {
            changedAt = now;
        } else {
            work(now);
        }
        unansweredSince = null;
        return new MessageSent(id, customerId, message, text, now, by);
    }

    /** What the customer wrote needs no answer, such as his thanks: somebody says why. */
    AnswerWaived waiveAnswer(String reason, Instant now, String by) {
        mustTalk();
        if (unansweredSince == null) {
            throw new Rejected("nothing-unanswered");
        }
        unansweredSince = null;
        changedAt = now;
        return new AnswerWaived(id, customerId, reason, now, by);
    }

    /** What has ended is not talked about any more: who has something to say reports anew. */
    private void mustTalk() {
        if (status.isOver()) {
            throw IllegalTransition.inWords("ticket-over", number, status);
        }
    }

    /** Nobody's words stay without an answer (R9). */
    private void mustBeAnswered() {
        if (unansweredSince != null) {
            throw new Rejected("message-unanswered");
        }
    }

    /** The desk asks the technical centre to take the ticket (R21). */
    TicketHandedOver handOver(String to, String reason, Instant now, String by) {
        if (handedTo != null) {
            throw new Rejected("hand-over-unanswered", handedTo);
        }
        work(now);
        handedTo = to;
        return new TicketHandedOver(id, customerId, to, reason, now, by);
    }

    /** Who accepts is responsible from now on. */
    HandOverAccepted acceptHandOver(Instant now, String by) {
        String to = answerHandOver("HandOverAccepted", now);
        assignee = by;
        return new HandOverAccepted(id, customerId, to, now, by);
    }

    HandOverRefused refuseHandOver(String reason, Instant now, String by) {
        return new HandOverRefused(id, customerId, answerHandOver("HandOverRefused", now), reason, now, by);
    }

    private String answerHandOver(String wanted, Instant now) {
        mustBeOpen(wanted);
        if (handedTo == null) {
            throw new Rejected("no-hand-over");
        }
        String to = handedTo;
        handedTo = null;
        changedAt = now;
        return to;
    }

    TicketResolved resolve(String category, String cause, String fix, Method method, UUID article, boolean verified, Instant now,
            String by) {
        if (!verified) {
            throw new Rejected("fix-not-verified").onField("verifiedWithCustomer");
        }
        mustBeAnswered();
        become(TicketStatus.RESOLVED, now);
        this.category = category;
        this.cause = cause;
        this.fix = fix;
        this.method = method;
        this.articleId = article;
        callbackDue = null;
        handedTo = null;
        return new TicketResolved(id, customerId, number, product, summary, symptom, category, cause, fix, method, article, now, by,
                contactId == null ? null : Boolean.TRUE);
    }

    /** The customer who confirms wants no answer any more. */
    TicketClosedV2 close(boolean byCustomer, Instant now) {
        if (!byCustomer) {
            mustBeAnswered();
        }
        become(TicketStatus.CLOSED, now);
        unansweredSince = null;
        return new TicketClosedV2(id, customerId, now, byCustomer);
    }

    TicketReopened reopen(String reason, boolean byCustomer, Instant now) {
        if (status != TicketStatus.RESOLVED) {
            throw new IllegalTransition("ticket", number, status, TicketStatus.IN_PROGRESS.name());
        }
        become(TicketStatus.IN_PROGRESS, now);
        return new TicketReopened(id, customerId, reason, now, byCustomer);
    }

    TicketCancelled cancel(String reason, boolean byCustomer, Instant now) {
        if (!byCustomer && status.isOpen()) {
            mustBeAnswered();
        }
        become(TicketStatus.CANCELLED, now);
        callbackDue = null;
        unansweredSince = null;
        handedTo = null;
        return new TicketCancelled(id, customerId, reason, now, byCustomer);
    }

    SurveyAnswered survey(Map<String, Integer> scores, Instant now) {
        if (status != TicketStatus.RESOLVED && status != TicketStatus.CLOSED) {
            throw new IllegalTransition("ticket", number, status, "SURVEYED");
        }
        if (surveyed) {
            throw new Rejected("already-surveyed");
        }
        surveyed = true;
        changedAt = now;
        return new SurveyAnswered(id, customerId, scores, now);
    }

    /** The visit was called off: the ticket is back with the desk. Nothing to do when it has moved on meanwhile. */
    public boolean visitCalledOff(Instant now) {
        if (status != TicketStatus.ON_SITE) {
            return false;
        }
        become(TicketStatus.IN_PROGRESS, now);
        return true;
    }

    /**
     * When the next thing promised to the customer is due, as far as this service is told; null when nothing is. While we wait for him, only the answer
     * that he waits for is.
     */
    Instant dueAt() {
        if (!status.isOpen() || waitingFor == WaitReason.CUSTOMER) {
            return status.isOpen() ? callbackDue : null;
        }
        return Stream.of(resolveBy, expectedBy, callbackDue).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    /** Working on a new ticket acknowledges it. */
    private void work(Instant now) {
        if (status == TicketStatus.OPEN) {
            become(TicketStatus.IN_PROGRESS, now);
            return;
        }
        mustBeOpen(TicketStatus.IN_PROGRESS.name());
        changedAt = now;
    }

    private void become(TicketStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw new IllegalTransition("ticket", number, status, next.name());
        }
        status = next;
        waitingFor = null;
        changedAt = now;
    }

    /** What lies further ahead is a slip of the pen: nobody promises it. */
    private static void mustBeNear(String field, Instant time, Instant now) {
        if (time != null && time.isAfter(now.plus(FARTHEST))) {
            throw new Rejected("too-far-ahead", FARTHEST_YEARS).onField(field);
        }
    }

    private void mustBeOpen(String wanted) {
        if (!status.isOpen()) {
            throw new IllegalTransition("ticket", number, status, wanted);
        }
    }
}
