package org.gongdan.stack.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where the demo plays.
 *
 * @param address   of a module, by its name
 * @param token     of a user, by his name
 * @param databases opens a service's database as its superuser, by its name
 * @param kafka     address of the broker
 * @param clock     the file that services read their shift from
 */
public record Place(UnaryOperator<String> address, UnaryOperator<String> token, Databases databases, String kafka, Path clock) {
    static final List<String> DATABASES = List.of("ticket", "dispatch", "sla", "knowledge", "notification");

    /** Opens connections. */
    @FunctionalInterface
    public interface Databases {
        Connection open(String name) throws SQLException;
    }
}
