package org.gongdan.platform.inbox;

import java.time.Instant;

/** A key whose events wait for an operator: how many, since when, and why the first of them failed. */
public record ParkedKey(String consumer, String key, long events, Instant since, String error, String firstType) {
}
