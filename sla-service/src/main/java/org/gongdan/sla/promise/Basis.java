package org.gongdan.sla.promise;

import java.util.UUID;

/**
 * The contract a promise is made by.
 *
 * @param agreementVersion id of the version of the contract that was in force
 * @param agreement        number of the contract, for people
 * @param version          number of its version
 * @param service          service of the contract that covers the matter
 * @param level            priority the level is for, or null when it is for every priority
 */
public record Basis(UUID agreementVersion, String agreement, int version, String service, String level) {
}
