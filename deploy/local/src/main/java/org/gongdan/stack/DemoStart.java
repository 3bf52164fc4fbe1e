package org.gongdan.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import org.gongdan.stack.demo.Demo;
import org.gongdan.stack.demo.DemoStopped;

/** The first start with empty data, which gives them a past. A file beside the data says how far that came. */
record DemoStart(Demo demo, Layout layout) {

    private enum State {
        PLAYING, PLAYED, STOPPED
    }

    /**
     * Asks for what the play needs. Data whose play was cut off are of no use: time stands still in them somewhere in the past. They are made anew.
     *
     * @return empty when there is nothing to play
     */
    static Optional<DemoStart> plan(Options options, StackBuilder builder) {
        var layout = builder.layout();
        new RunFile(layout.runFile()).refuseSurvivors();
        var cutOff = state(layout).filter(State.PLAYING::equals).isPresent();
        if (cutOff) {
            builder.progress.accept("The last start was cut off while the demo data were being made: the data are emptied.");
            builder.fresh(true);
        }
        var empty = cutOff || options.fresh() || !Files.exists(layout.data().resolve("postgresql"));
        var whole = !options.infrastructure() && Arrays.stream(Service.values()).allMatch(service -> Files.exists(layout.jar(service)));
        if (!options.seed() || !whole || !empty) {
            return Optional.empty();
        }
        var start = new DemoStart(new Demo(Instant.now()), layout);
        builder.demo(start.demo());
        start.write(State.PLAYING);
        return Optional.of(start);
    }

    /** Without all of its past the platform is still of use: says so and goes on. */
    void play(Stack stack) {
        System.out.println("Making demo data: a small company's last weeks, a minute or two; please wait until everything is ready.");
        var begin = System.nanoTime();
        try {
            var planted = stack.play(demo);
            write(State.PLAYED);
            System.out.printf("%s, made in %d s%n", planted, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
        } catch (DemoStopped | StackException e) {
            if (stack.isStopping() || !ownTime(stack)) {
                throw new StackException("The demo data were cut off; the next start makes them anew. " + e.getMessage(), e);
            }
            write(State.STOPPED);
            System.err.println("The demo data are incomplete: " + e.getMessage() + System.lineSeparator()
                    + "Everything else works; `deploy/run --fresh` makes them anew.");
        }
    }

    private static boolean ownTime(Stack stack) {
        try (var connection = stack.database("notification"); var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1 from pg_namespace where nspname = 'demo'")) {
            // The last of the databases that get their time back.
            return !rows.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private void write(State state) {
        try {
            Files.writeString(layout.demoState(), state.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<State> state(Layout layout) {
        try {
            return Files.exists(layout.demoState()) ? Optional.of(State.valueOf(Files.readString(layout.demoState()).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
