package org.gongdan.ticket;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;

import org.gongdan.platform.input.Line;

/** Who of the customer agreed, and when. */
public record Consent(@NotNull @Line(max = 100) String givenBy, @NotNull Instant at) {
}
