package org.gongdan.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that runs as one process of its own. */
sealed interface Part permits Postgres, Kafka, Keycloak, Mail, BuiltService {
    String name();

    /** Names of {@link Ports} it listens on. */
    List<String> ports();

    /** Names of parts that must be ready first. */
    default List<String> needs() {
        return List.of();
    }

    /** Everything that can be done without the parts it needs: unpacking, formatting. Must do nothing the second time. */
    default void prepare() throws IOException, InterruptedException {
    }

    /** What to tell before {@link #prepare} when it will take long. */
    default Optional<String> patienceAsked() {
        return Optional.empty();
    }

    Launch launch();

    Probe probe();

    /** Runs each time it became ready, before others that need it start. Must do nothing the second time. */
    default void settle() throws Exception {
    }

    /** Where it answers, for people. */
    String address();

    default String stopSignal() {
        return "TERM";
    }

    /** This run writes down, when it ends, what makes the next one start faster. */
    default boolean trains() {
        return false;
    }

    /** How long it may take until it is ready. */
    default Duration patience() {
        return Duration.ofMinutes(3);
    }
}
