package org.gongdan.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.gongdan.faults.History.Outcome;
import org.junit.jupiter.api.Test;

@OnStack
class TerminatedSessionsFaultJourney {
    private static final int TERMINATIONS = 60;

    @Test
    void everyKeyEndsWithOneTicketAlthoughDatabaseSessionsAreCutOff(Platform platform) throws InterruptedException {
        // Given
        var trial = new Trial(platform, "terminated-sessions");

        // When
        try (var load = trial.load(12, Duration.ofMillis(200), 1.0, () -> new Desk(trial.name))) {
            for (var each = 0; each < TERMINATIONS; each++) {
                TimeUnit.MILLISECONDS.sleep(500);
                trial.fault(terminate(platform, trial));
            }
        }

        // Then
        trial.mustHold(
                "unclear=" + trial.history.answers().entrySet().stream().filter(answer -> !answer.getKey().startsWith("2")).toList());
        assertEquals(List.of(), trial.history.answers().keySet().stream().filter(answer -> !allowed(answer)).toList(),
                "answers nobody should get");
        assertEquals(0, trial.history.count(Outcome.UNKNOWN), "commands that never got an answer");
        assertEquals(0, trial.history.count(Outcome.FAILED), "commands that were refused");
    }

    private static boolean allowed(String answer) {
        return answer.startsWith("2") || answer.equals("503 unavailable") || answer.equals("409 concurrent-change");
    }

    /** Half of them in the middle of something, when there is any. */
    private static String terminate(Platform platform, Trial trial) {
        var busyFirst = trial.random.nextBoolean();
        var sessions = platform.ticketDatabase.rows("""
                select pid, datname || ' ' || application_name || ' ' || state from pg_stat_activity
                where datname in ('ticket', 'sla') and usename <> 'postgres' and (not ? or state <> 'idle') order by pid""",
                row -> java.util.Map.entry(row.getInt(1), row.getString(2)), busyFirst);
        if (sessions.isEmpty()) {
            return "nobody was busy";
        }
        var session = sessions.get(trial.random.nextInt(sessions.size()));
        platform.ticketDatabase.count("select pg_terminate_backend(?)::int", session.getKey());
        return "terminate " + session.getValue();
    }
}
