package org.gongdan.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
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
        var untold = 0L;
        try (var load = trial.load(10, Duration.ofMillis(200), 0.7, () -> new Desk(trial.name))) {
            untold += stop(platform.ticketService, platform.ticketDatabase, trial);
            untold += stop(platform.slaService, platform.slaDatabase, trial);
            TimeUnit.SECONDS.sleep(2);
        }

        // Then
        trial.mustHold("untold=" + untold);
        assertEquals(0, untold, "facts that were committed and not published when their process had ended");
        var told = trial.ticketEvents();
        assertEquals(EventLog.withoutRepetitions(told).size(), told.size(), "facts published, without and with repetitions");
    }

    /** @return facts that nobody had published when the process had ended */
    private static long stop(StackProcess service, Database database, Trial trial) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(trial.random.nextLong(2_000, 4_000));
        trial.history.awaitAcknowledgement();
        service.stop();
        var untold = database.waitingFacts();
        trial.fault("SIGTERM " + service.name());
        service.restart();
        return untold;
    }
}
