package org.gongdan.sla.monthly;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Question;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.report.CountedTimes;
import org.gongdan.sla.report.Scope;

import io.smallrye.mutiny.Uni;

/** Works out the figures of a month, one query after the other. */
@ApplicationScoped
class Drafting {

    static final String[] MEASURED = {"ACKNOWLEDGE", "RESOLUTION_24H"};

    private final CountedTimes times;
    private final Kinds kinds;

    Drafting(CountedTimes times, Kinds kinds) {
        this.times = times;
        this.kinds = kinds;
    }

    /** One query and where its answer goes. */
    record Part<T>(Question<T> question, Consumer<T> take) {

        Uni<Void> ask(Read read) {
            return question.ask(read).invoke(take).replaceWithVoid();
        }

        void ask(Connection connection) throws SQLException {
            take.accept(question.ask(connection));
        }
    }

    /** @param customerId null: of all customers */
    Uni<MonthFigures> of(Work work, UUID customerId, YearMonth month, ZoneId zone, Instant now) {
        Scope scope = Scope.month(month, zone, customerId, kinds.internal());
        Draft draft = new Draft(customerId, month, scope, now);
        Uni<Void> done = times.know(work, scope, MEASURED);
        for (Part<?> part : draft.parts()) {
            done = done.chain(() -> part.ask(work));
        }
        return done.map(all -> draft.figures());
    }

    /** The same for background loops. */
    MonthFigures of(Connection connection, UUID customerId, YearMonth month, ZoneId zone, Instant now) throws SQLException {
        Scope scope = Scope.month(month, zone, customerId, kinds.internal());
        Draft draft = new Draft(customerId, month, scope, now);
        times.know(connection, scope, MEASURED);
        for (Part<?> part : draft.parts()) {
            part.ask(connection);
        }
        return draft.figures();
    }

    static <T> Part<List<T>> part(Question<List<T>> question, Consumer<List<T>> take) {
        return new Part<>(question, take);
    }
}
