package org.gongdan.platform.tx;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.quarkus.arc.DefaultBean;

/** The clock of commands, in microseconds as PostgreSQL stores them; tests replace it. */
class Clocks {

    @Produces
    @ApplicationScoped
    @DefaultBean
    Clock clock(ClockShift shift) {
        return shifted(InstantSource.system(), shift);
    }

    static Clock shifted(InstantSource machine, ClockShift shift) {
        InstantSource shifted = () -> machine.instant().plus(shift.now());
        return Clock.tick(shifted.withZone(ZoneOffset.UTC), Duration.ofNanos(1_000));
    }
}
