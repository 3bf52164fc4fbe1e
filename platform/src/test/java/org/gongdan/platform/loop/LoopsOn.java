package org.gongdan.platform.loop;

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

    public void stop() {
        loops.stopAll(null);
    }
}
