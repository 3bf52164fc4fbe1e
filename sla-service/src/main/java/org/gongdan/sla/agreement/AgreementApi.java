package org.gongdan.sla.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.gongdan.platform.input.Line;
import org.gongdan.platform.input.Misfit;
import org.gongdan.platform.input.Prose;
import org.gongdan.platform.input.Values;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.Rejected;

/** Requests and views of agreements. */
final class AgreementApi {

    private AgreementApi() {
    }

    /** @param zone whose days the dates of its versions are; the business's when null */
    record MakeAgreement(@NotNull @Line(max = 100) String number, @NotNull AgreementType type, UUID customerId,
            @NotNull @Line(max = 200) String name,
            @Line(max = 50) String zone) {

        ZoneId zoneOr(ZoneId usual) {
            try {
                return zone == null ? usual : Values.zone(zone);
            } catch (Misfit unknown) {
                throw unknown.in("zone");
            }
        }
    }

    /**
     * A version as it is written or tried.
     *
     * @param effectiveFrom first day
     * @param effectiveTo   last day, which belongs to it; null: until the next version begins
     */
    record WriteVersion(@NotNull LocalDate effectiveFrom, LocalDate effectiveTo, @NotNull @Valid Content content) {

        AgreementVersion.Text text() {
            if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
                throw new InvalidInput("effectiveTo", "period-reversed");
            }
            if (!ContentRules.isUsual(effectiveFrom)) {
                throw new Rejected("day-out-of-range").onField("effectiveFrom");
            }
            if (effectiveTo != null && !ContentRules.isUsual(effectiveTo)) {
                throw new Rejected("day-out-of-range").onField("effectiveTo");
            }
            return new AgreementVersion.Text(effectiveFrom, effectiveTo, ContentJson.write(content));
        }
    }

    /** Which promises get the terms of a version: those made from now on, or the open ones too. */
    enum ApplyTo {
        NEW_PROMISES, OPEN_PROMISES
    }

    /** @param reason why; it stands in the audit */
    record ActivateVersion(ApplyTo applyTo, @Prose(max = 500) String reason) {
    }

    /** @param reason why; it stands in the audit */
    record ApplyVersion(@Prose(max = 500) String reason) {
    }

    /** @param customerName null when no customer is named, or nobody has told of him yet */
    record AgreementView(UUID id, long version, String number, AgreementType type, UUID customerId, String customerName, String name,
            String zone, String createdBy, Instant createdAt, List<VersionLine> versions) {

        static AgreementView of(Agreement agreement, String customerName, List<AgreementVersion> versions) {
            return new AgreementView(agreement.id, agreement.version, agreement.number, agreement.type, agreement.customerId, customerName,
                    agreement.name, agreement.zone, agreement.createdBy, agreement.createdAt,
                    versions.stream().map(VersionLine::of).toList());
        }
    }

    record VersionLine(int number, VersionStatus status, LocalDate effectiveFrom, LocalDate effectiveTo) {

        static VersionLine of(AgreementVersion version) {
            return new VersionLine(version.number, version.status, version.effectiveFrom, version.effectiveTo);
        }
    }

    /** @param applied how many open promises got the terms of this version by the command that is answered; null otherwise */
    record VersionView(UUID id, long version, UUID agreementId, int number, VersionStatus status, LocalDate effectiveFrom,
            LocalDate effectiveTo, Content content,
            String writtenBy, Instant writtenAt, String activatedBy, Instant activatedAt, Integer applied) {

        static VersionView of(AgreementVersion version) {
            return of(version, null);
        }

        static VersionView of(AgreementVersion version, Integer applied) {
            return new VersionView(version.id, version.version, version.agreementId, version.number, version.status, version.effectiveFrom,
                    version.effectiveTo,
                    ContentJson.read(version.content), version.writtenBy, version.writtenAt, version.activatedBy, version.activatedAt,
                    applied);
        }
    }

    /** What a version would do to an open promise. @param breaksAtOnce its new time allowed is used up already */
    record MovedClock(UUID clockId, UUID ticketId, String kind, String priority, Instant dueAt, Instant newDueAt, boolean breaksAtOnce) {
    }
}
