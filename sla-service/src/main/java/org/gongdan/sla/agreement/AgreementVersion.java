package org.gongdan.sla.agreement;

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

import org.gongdan.platform.problem.DomainException.IllegalTransition;

/** What an agreement says from a day on. A draft can be rewritten; once a manager has approved it, it never changes. */
@Entity
@Table(name = "agreement_version")
public class AgreementVersion {

    @Id
    UUID id;
    @Version
    long version;
    @Column(name = "agreement_id")
    UUID agreementId;
    int number;
    @Enumerated(EnumType.STRING)
    VersionStatus status;
    @Column(name = "effective_from")
    LocalDate effectiveFrom;
    @Column(name = "effective_to")
    LocalDate effectiveTo;
    String content;
    @Column(name = "written_by")
    String writtenBy;
    @Column(name = "written_at")
    Instant writtenAt;
    @Column(name = "activated_by")
    String activatedBy;
    @Column(name = "activated_at")
    Instant activatedAt;

    protected AgreementVersion() {
    }

    /** Days and words of a version. @param content as JSON */
    record Text(LocalDate effectiveFrom, LocalDate effectiveTo, String content) {
    }

    static AgreementVersion draft(UUID id, Agreement agreement, Text text, Instant now, String by) {
        AgreementVersion version = new AgreementVersion();
        version.id = id;
        version.agreementId = agreement.id;
        version.number = agreement.nextVersion();
        version.status = VersionStatus.DRAFT;
        version.write(text, now, by);
        return version;
    }

    void revise(Text text, Instant now, String by) {
        mustBeDraft("REVISED");
        write(text, now, by);
    }

    void activate(VersionTimeline others, LocalDate today, Instant now, String by) {
        mustBeDraft(VersionStatus.ACTIVE.name());
        others.mustAccept(span(), today);
        status = VersionStatus.ACTIVE;
        activatedAt = now;
        activatedBy = by;
    }

    Span span() {
        return new Span(number, effectiveFrom, effectiveTo);
    }

    private void write(Text text, Instant now, String by) {
        effectiveFrom = text.effectiveFrom();
        effectiveTo = text.effectiveTo();
        content = text.content();
        writtenAt = now;
        writtenBy = by;
    }

    private void mustBeDraft(String next) {
        if (status != VersionStatus.DRAFT) {
            throw new IllegalTransition("agreement version", id, status, next);
        }
    }
}
