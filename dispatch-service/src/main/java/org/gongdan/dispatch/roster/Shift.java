package org.gongdan.dispatch.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.dispatch.engineer.Engineer;
import org.gongdan.dispatch.roster.RosterEvent.HandoverAccepted;
import org.gongdan.dispatch.roster.RosterEvent.HandoverRefused;
import org.gongdan.dispatch.roster.RosterEvent.HandoverWritten;
import org.gongdan.dispatch.roster.RosterEvent.ShiftPublished;
import org.gongdan.dispatch.roster.RosterEvent.ShiftSwapped;
import org.gongdan.dispatch.roster.RosterEvent.ShiftWithdrawn;
import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.problem.DomainException.IllegalTransition;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.text.UserName;

/** One person on one duty from an instant until just before another. Transitions others hear of return the fact they made; an illegal one throws. */
@Entity
@Table(name = "shift")
public class Shift {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int FARTHEST_YEARS = 10;
    private static final Duration FARTHEST = Duration.ofDays(FARTHEST_YEARS * 366L);
    static final String USERNAME = Engineer.USERNAME;

    @Id
    UUID id;
    @Version
    long version;
    String duty;
    String person;
    @Column(name = "starts_at")
    Instant startsAt;
    @Column(name = "ends_at")
    Instant endsAt;
    @Enumerated(EnumType.STRING)
    ShiftStatus status;
    UUID replaces;
    String colleague;
    @Column(name = "swap_reason")
    String swapReason;
    @Column(name = "withdrawn_at")
    Instant withdrawnAt;
    @Column(name = "withdrawn_because")
    String withdrawnBecause;
    @Enumerated(EnumType.STRING)
    @Column(name = "handover")
    HandoverStatus handover;
    String note;
    String items;
    @Column(name = "written_at")
    Instant writtenAt;
    @Column(name = "answered_by")
    String answeredBy;
    @Column(name = "answered_at")
    Instant answeredAt;
    String refusal;
    @Column(name = "changed_at")
    Instant changedAt;

    protected Shift() {
    }

    static Shift draft(UUID id, String duty, String person, Interval time, UUID replaces, Instant now) {
        if (time.isEmpty()) {
            throw new Rejected("shift-empty");
        }
        if (Duration.between(time.start(), time.end()).compareTo(LONGEST) > 0) {
            throw new Rejected("shift-too-long", LONGEST.toDays());
        }
        if (time.start().isAfter(now.plus(FARTHEST))) {
            throw new Rejected("shift-too-far", FARTHEST_YEARS);
        }
        Shift shift = new Shift();
        shift.id = id;
        shift.duty = duty;
        shift.person = UserName.of(person);
        shift.startsAt = time.start();
        shift.endsAt = time.end();
        shift.status = ShiftStatus.DRAFTED;
        shift.replaces = replaces;
        shift.handover = HandoverStatus.OPEN;
        shift.changedAt = now;
        return shift;
    }

    ShiftPublished publish(String by, Instant now) {
        if (status != ShiftStatus.DRAFTED) {
            throw illegal(ShiftStatus.PUBLISHED.name());
        }
        become(ShiftStatus.PUBLISHED, now);
        mustNotBeOver(now);
        return new ShiftPublished(id, duty, person, startsAt, endsAt, replaces, now, by);
    }

    ShiftWithdrawn withdraw(String reason, String by, Instant now) {
        become(ShiftStatus.WITHDRAWN, now);
        mustNotBeOver(now);
        withdrawnAt = now;
        withdrawnBecause = reason;
        return new ShiftWithdrawn(id, duty, person, startsAt, endsAt, reason, now, by);
    }

    /** Its person asks a colleague to do it for him; nothing changes until the colleague and a supervisor have agreed (R143). */
    void askSwap(String with, String reason, String by, Instant now) {
        become(ShiftStatus.SWAP_ASKED, now);
        mustBe(by, person, "shift-of-somebody-else");
        mustBeAhead(now);
        String asked = UserName.of(with);
        if (asked.equals(person)) {
            throw new Rejected("swap-with-himself");
        }
        colleague = asked;
        swapReason = reason;
    }

    void acceptSwap(String by, Instant now) {
        become(ShiftStatus.SWAP_ACCEPTED, now);
        mustBe(by, colleague, "swap-asked-of-somebody-else");
        mustBeAhead(now);
    }

    ShiftSwapped approveSwap(String by, Instant now) {
        if (status != ShiftStatus.SWAP_ACCEPTED) {
            throw illegal(ShiftStatus.PUBLISHED.name());
        }
        become(ShiftStatus.PUBLISHED, now);
        mustBeAhead(now);
        if (by.equals(person) || by.equals(colleague)) {
            throw new Forbidden("swap-approved-by-party");
        }
        String previous = person;
        person = colleague;
        forgetSwap();
        return new ShiftSwapped(id, duty, previous, person, startsAt, endsAt, now, by);
    }

    /** The colleague declines it or a supervisor refuses it, or its person takes it back. @param party who may; null for a supervisor */
    void dropSwap(String by, String party, Instant now) {
        if (status != ShiftStatus.SWAP_ASKED && status != ShiftStatus.SWAP_ACCEPTED) {
            throw illegal(ShiftStatus.PUBLISHED.name());
        }
        become(ShiftStatus.PUBLISHED, now);
        if (party != null) {
            mustBe(by, party, "swap-of-somebody-else");
        }
        forgetSwap();
    }

    HandoverWritten writeHandover(String note, List<OpenItem> items, String by, Instant now) {
        becomeHandedOver(HandoverStatus.WRITTEN, now);
        mustBe(by, person, "shift-of-somebody-else");
        if (now.isBefore(startsAt)) {
            throw new Rejected("shift-not-begun");
        }
        this.note = note;
        this.items = OpenItem.write(items);
        this.writtenAt = now;
        this.answeredBy = null;
        this.answeredAt = null;
        this.refusal = null;
        return new HandoverWritten(id, duty, person, items.size(), now);
    }

    /** @param by somebody who comes after it: {@link Shifts} makes sure of that */
    HandoverAccepted acceptHandover(String by, Instant now) {
        becomeHandedOver(HandoverStatus.ACCEPTED, now);
        answeredBy = by;
        answeredAt = now;
        return new HandoverAccepted(id, duty, person, by, now);
    }

    HandoverRefused refuseHandover(String reason, String by, Instant now) {
        becomeHandedOver(HandoverStatus.REFUSED, now);
        answeredBy = by;
        answeredAt = now;
        refusal = reason;
        return new HandoverRefused(id, duty, person, by, reason, now);
    }

    Interval time() {
        return new Interval(startsAt, endsAt);
    }

    /** When its person is on duty by it: what {@link OnDuty} says to PostgreSQL. Empty when he never is. */
    Interval served() {
        boolean never = status == ShiftStatus.DRAFTED || withdrawnAt != null && !withdrawnAt.isAfter(startsAt);
        return new Interval(startsAt, never ? startsAt : withdrawnAt != null && withdrawnAt.isBefore(endsAt) ? withdrawnAt : endsAt);
    }

    private void become(ShiftStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw illegal(next.name());
        }
        status = next;
        changedAt = now;
    }

    private void becomeHandedOver(HandoverStatus next, Instant now) {
        if (!status.isPublished()) {
            throw illegal("HANDOVER_" + next);
        }
        if (!handover.canBecome(next)) {
            throw new IllegalTransition("handover", id, handover, next.name());
        }
        handover = next;
        changedAt = now;
    }

    private IllegalTransition illegal(String next) {
        return new IllegalTransition("shift", id, status, next);
    }

    private void forgetSwap() {
        colleague = null;
        swapReason = null;
    }

    private void mustNotBeOver(Instant now) {
        if (!now.isBefore(endsAt)) {
            throw new Rejected("shift-over");
        }
    }

    private void mustBeAhead(Instant now) {
        if (!now.isBefore(startsAt)) {
            throw new Rejected("shift-begun");
        }
    }

    private static void mustBe(String who, String whoMay, String otherwise) {
        if (!who.equals(whoMay)) {
            throw new Forbidden(otherwise);
        }
    }
}
