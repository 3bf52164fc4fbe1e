package org.gongdan.platform.loop;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A process on a machine of its own that takes the lead and keeps it. */
final class LostNode {

    private LostNode() {
    }

    /** @param arguments address of the database, name of the lock */
    public static void main(String... arguments) throws InterruptedException {
        Loops loops = new Loops(new DatabaseConfig(arguments[0], "postgres", "postgres"), true);
        loops.start("first", Duration.ofSeconds(1), new Loop.Step() {
            private boolean leads;

            @Override
            public boolean run(Connection connection) throws SQLException {
                leads = leads || Loop.tryLead(connection, arguments[1]);
                return false;
            }

            @Override
            public void connectionLost() {
                leads = false;
            }
        });
        Thread.currentThread().join();
    }
}
