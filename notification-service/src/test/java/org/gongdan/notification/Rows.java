package org.gongdan.notification;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.gongdan.testing.PostgresServer;

/** Looks into the service's tables past the service. */
public final class Rows {

    private Rows() {
    }

    /** @return first column of the first row as text, or null when there is no row */
    public static String one(String query, Object... values) {
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement select = connection.prepareStatement(query)) {
            for (int at = 0; at < values.length; at++) {
                select.setObject(at + 1, values[at]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
