package org.gongdan.platform.loop;

import java.util.concurrent.CompletableFuture;

import org.gongdan.platform.tx.FreshDatabase;
import org.gongdan.testing.PostgresServer;

/** Background loops without Quarkus around them, on a database of the test's own. */
public final class LoopsOn {

    private final Loops loops;

    public LoopsOn(FreshDatabase database) throws Exception {
        loops = new Loops(new DatabaseConfig(database.jdbcUrl(), PostgresServer.SERVICE, PostgresServer.SERVICE), true);
    }

    public Loops loops() {
        return loops;
    }

    /** On a thread of its own: in the common pool it might wait for itself, where that has one thread. */
    public static CompletableFuture<Void> aside(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                task.run();
                done.complete(null);
            } catch (RuntimeException | Error failed) {
                done.completeExceptionally(failed);
            }
        });
        return done;
    }

    /** As at the end of a process. */
    static void stop(Loops loops) {
        loops.stopOthers(null);
        loops.stopLast(null);
    }

    public void stop() {
        stop(loops);
    }
}
