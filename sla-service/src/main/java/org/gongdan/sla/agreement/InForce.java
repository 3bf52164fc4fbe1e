package org.gongdan.sla.agreement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A version that is in force, or is tried as if it were.
 *
 * @param type      of the agreement
 * @param id        of the version
 * @param agreement number of the agreement
 * @param from      first day of the version
 */
public record InForce(AgreementType type, UUID id, UUID agreementId, String agreement, int number, LocalDate from, ZoneId zone,
        Content content) {
}
