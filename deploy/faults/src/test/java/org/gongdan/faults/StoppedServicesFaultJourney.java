package org.gongdan.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.gongdan.stack.StackProcess;
import org.junit.jupiter.api.Test;

/** Processes are asked to end (SIGTERM), as at every upgrade, while clients work. */
@OnStack
class StoppedServicesFaultJourney {

    @Test
    void aServiceThatIsStoppedUnderLoadLeavesNothingUntoldAndTellsNothingTwice(Platform platform) throws InterruptedException {
        // Given
        var trial = new Trial(platform, "stopped-services");

        // When
        var untold = new ArrayList<String>();
        try (var load = trial.load(10, Duration.ofMillis(200), 0.7, () -> new Desk(trial.name))) {
            untold.addAll(stop(platform.ticketService, platform.ticketDatabase, trial));
            untold.addAll(stop(platform.slaService, platform.slaDatabase, trial));
            TimeUnit.SECONDS.sleep(2);
        }

        // Then
        trial.mustHold("untold=" + untold.size());
        assertEquals(List.of(), untold, "facts that were committed and not published when their process had ended");
        var told = trial.ticketEvents();
        assertEquals(EventLog.withoutRepetitions(told).size(), told.size(), "facts published, without and with repetitions");
    }

    /** @return facts that nobody had published when the process had ended, and what it said last when there are any */
    private static List<String> stop(StackProcess service, Database database, Trial trial) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(trial.random.nextLong(2_000, 4_000));
        trial.history.awaitAcknowledgement();
        var asked = Instant.now();
        service.stop();
        var took = Duration.between(asked, Instant.now());
        var untold = database.rows("select type, occurred from outbox order by seq",
                row -> "%s of %s by %s, asked to end at %s, ended after %s%n%s"
                        .formatted(row.getString(1), row.getObject(2), service.name(), asked, took, service.lastWords()));
        trial.fault("SIGTERM " + service.name());
        service.restart();
        return untold;
    }
}
