package org.gongdan.stack.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutionException;

/** What is to happen when. Between two scenes every timer fires at its own time, give or take {@link #TOGETHER}. */
final class Agenda {
    /** Timers that are due within so much time of each other fire together: each stop of the clock costs a tenth of a second. */
    private static final Duration TOGETHER = Duration.ofMinutes(30);
    /** Scenes so near to each other need no rest in between. */
    private static final Duration NEAR = Duration.ofMinutes(5);

    /** Mails are gone before more time than this is skipped. */
    private static final Duration MAILED = Duration.ofHours(3);

    private final PriorityQueue<Scene> scenes = new PriorityQueue<>(Comparator.comparing(Scene::at).thenComparing(Scene::number));
    private int count;
    private int stops;

    /** Something that somebody does. */
    @FunctionalInterface
    interface Deed {
        void happen();
    }

    private record Scene(Instant at, int number, Deed deed) {
    }

    void at(Instant time, Deed deed) {
        scenes.add(new Scene(time, count++, deed));
    }

    /** @param stops of the clock, between scenes and at them */
    record Played(int scenes, int stops) {
    }

    Played play(DemoClock clock, Quiet quiet) throws SQLException, ExecutionException, InterruptedException {
        var played = 0;
        while (!scenes.isEmpty()) {
            var scene = scenes.poll();
            if (Duration.between(clock.now(), scene.at()).compareTo(NEAR) > 0) {
                waitUntil(scene.at(), clock, quiet);
            }
            clock.moveTo(scene.at());
            scene.deed().happen();
            played++;
        }
        waitUntil(Instant.now(), clock, quiet);
        quiet.await(true);
        return new Played(played, stops);
    }

    private void waitUntil(Instant time, DemoClock clock, Quiet quiet)
            throws SQLException, ExecutionException, InterruptedException {
        stops++;
        quiet.await(Duration.between(clock.now(), time).compareTo(MAILED) > 0);
        var timer = quiet.nextTimer();
        while (timer.isPresent() && timer.get().isBefore(time)) {
            var together = timer.get().plus(TOGETHER);
            clock.moveTo(together.isBefore(time) ? together : time);
            stops++;
            quiet.await(false);
            timer = quiet.nextTimer();
        }
    }
}
