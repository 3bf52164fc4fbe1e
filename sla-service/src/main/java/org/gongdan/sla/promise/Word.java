package org.gongdan.sla.promise;

import java.util.Map;
import java.util.UUID;

/**
 * The word given to the customer; whatever nobody told is null.
 *
 * @param by        who gave it
 * @param words     what the customer was told; null when the kind has its own sentence
 * @param engineer  the engineer it binds
 * @param consentBy who of the customer agreed
 * @param detail    what the kind's sentence needs to know
 */
public record Word(String by, String words, UUID engineer, String consentBy, Map<String, String> detail) {
}
