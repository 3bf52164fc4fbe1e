package org.gongdan.ticket;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who of the customer agreed, and when. */
public record Consent(@NotBlank @Size(max = 100) String givenBy, @NotNull Instant at) {
}
