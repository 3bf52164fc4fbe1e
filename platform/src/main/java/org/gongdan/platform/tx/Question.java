package org.gongdan.platform.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

/** A query with what its rows mean; requests ask it in their transaction, background loops on their connection. */
public record Question<T>(Bound query, Function<List<Row>, T> answer) {

    public Uni<T> ask(Read read) {
        return query.rows(read).map(answer);
    }

    public T ask(Connection connection) throws SQLException {
        return answer.apply(query.rows(connection));
    }
}
