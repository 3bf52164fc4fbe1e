package org.gongdan.sla.promise;

import java.util.UUID;

/**
 * What a promise is about, as far as it decides about its terms; kept with the start, so that other terms can be tried on it later.
 *
 * @param priority  P1 … P4, or null when nobody told
 * @param productId installed product, or null
 * @param product   name of the product, or null
 */
public record Matter(String priority, UUID productId, String product) {
}
