package org.gongdan.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

@OnStack
class KilledTicketServiceFaultJourney {
    private static final int KILLS = 4;

    @Test
    void whatWasAcknowledgedIsThereAndToldOnceAlthoughTheServiceIsKilledBeforeItCouldTell(Platform platform) throws InterruptedException {
        // Given
        var trial = new Trial(platform, "killed-ticket-service");
        var stranded = 0L;

        // When
        try (var load = trial.load(10, Duration.ofMillis(200), 0.7, () -> new Desk(trial.name))) {
            for (var kill = 1; kill <= KILLS; kill++) {
                TimeUnit.MILLISECONDS.sleep(trial.random.nextLong(2_000, 5_000));
                if (kill % 2 == 1) {
                    killWithWaitingFacts(platform, trial);
                } else {
                    trial.history.awaitAcknowledgement();
                    platform.ticketService.kill();
                }
                stranded += platform.ticketDatabase.waitingFacts();
                trial.fault("kill -9 ticket-service");
                platform.ticketService.restart();
            }
            TimeUnit.SECONDS.sleep(2);
        }

        // Then
        trial.mustHold("stranded=" + stranded);
        assertTrue(stranded > 0, "no kill came between a commit and its publication");
    }

    /** A broker that hangs keeps the relay from publishing what commands go on committing. */
    private static void killWithWaitingFacts(Platform platform, Trial trial) throws InterruptedException {
        platform.broker.signal("STOP");
        try {
            Trial.await("facts wait for the broker", () -> platform.ticketDatabase.waitingFacts() >= 10);
            trial.history.awaitAcknowledgement();
            platform.ticketService.kill();
        } finally {
            platform.broker.signal("CONT");
        }
    }
}
