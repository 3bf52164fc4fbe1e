package org.gongdan.sla.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.gongdan.platform.problem.DomainException.Conflict;
import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.problem.DomainException.IllegalTransition;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.sla.agreement.Content;

/** What is owed for a broken promise, or for a month in which too few were kept. What it comes to is derived until a manager approves it. */
@Entity
@Table(name = "compensation")
public class LedgerEntry {

    @Id
    UUID id;
    @Version
    long version;
    @Column(name = "agreement_version")
    UUID agreementVersion;
    @Column(name = "customer_id")
    UUID customerId;
    LocalDate month;
    String kind;
    String priority;
    @Column(name = "clock_id")
    UUID clockId;
    @Column(name = "ticket_id")
    UUID ticketId;
    @Column(name = "breached_at")
    Instant breachedAt;
    @Enumerated(EnumType.STRING)
    EntryStatus status;
    String amount;
    @Column(name = "exclusion_by")
    String exclusionBy;
    @Column(name = "approved_at")
    Instant approvedAt;
    String currency;
    int facts;
    @Column(name = "created_at")
    Instant createdAt;

    protected LedgerEntry() {
    }

    boolean isAboutMonth() {
        return clockId == null;
    }

    /** Customers see what was approved for them, and that it was withdrawn afterwards. */
    boolean isForCustomers() {
        return approvedAt != null;
    }

    LedgerFact proposeExclusion(Content.Cause cause, String reason, String evidence, String by) {
        become(EntryStatus.EXCLUSION_PROPOSED);
        exclusionBy = by;
        return new LedgerFact.ExclusionProposed(cause, reason, evidence);
    }

    LedgerFact acceptExclusion(String by) {
        decideExclusion(by, EntryStatus.EXCLUDED);
        return new LedgerFact.ExclusionAccepted();
    }

    LedgerFact rejectExclusion(String reason, String by) {
        decideExclusion(by, EntryStatus.OWED);
        return new LedgerFact.ExclusionRejected(reason);
    }

    /**
     * @param reckoning what it comes to now, the month's cap included
     * @throws Conflict when it can still grow. @throws Rejected when nothing is owed
     */
    LedgerFact approve(Reckoning reckoning, Instant now) {
        become(EntryStatus.APPROVED);
        if (!reckoning.settled()) {
            throw new Conflict("compensation-not-settled", id);
        }
        if (reckoning.amount().signum() == 0 && reckoning.steps().getLast().code() != Reckoning.Code.MONTH_CAP) {
            throw new Rejected("nothing-owed", id);
        }
        amount = reckoning.amount().toPlainString();
        approvedAt = now;
        return new LedgerFact.Approved(reckoning);
    }

    BigDecimal decided() {
        return amount == null ? null : new BigDecimal(amount);
    }

    /** Two people: who proposes an exclusion does not decide about it. */
    private void decideExclusion(String by, EntryStatus next) {
        if (status != EntryStatus.EXCLUSION_PROPOSED) {
            throw new IllegalTransition("compensation", id, status, next.name());
        }
        if (by.equals(exclusionBy)) {
            throw new Forbidden("proposer-cannot-decide");
        }
        become(next);
    }

    private void become(EntryStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalTransition("compensation", id, status, next.name());
        }
        status = next;
        facts++;
    }
}
