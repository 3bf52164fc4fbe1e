package org.gongdan.sla.clock;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.promise.ClockFact;
import org.gongdan.sla.promise.FactJson;
import org.gongdan.sla.promise.Recorded;
import org.gongdan.sla.promise.Subject;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.smallrye.mutiny.Uni;

/** Clocks between Java and PostgreSQL: a set of them travels as one JSON array, a clock's facts come back as one. */
public final class ClockRows {

    /** A clock with all its facts. Its state is derived from them, so that nobody ever sees a due time that does not follow from the facts. */
    public static final String SELECT = """
            select now() as now, c.id, c.version, c.generation, c.%s, c.kind, c.target, c.facts,
                cast((select json_agg(json_build_object('at', f.at, 'sequence', f.sequence, 'fact', f.fact, 'data', f.data, 'event', f.event_id) order by f.seq)
                    from clock_fact f where f.clock_id = c.id) as text) as list
            from clock c""".formatted(Subject.COLUMNS.replace(", ", ", c."));

    /** Part of a statement that adds the {@link #facts} of changes. */
    public static final String NOTE = """
            insert into clock_fact (clock_id, seq, at, sequence, fact, data, event_id)
            select clock, seq, at, sequence, fact, data, event from jsonb_to_recordset(cast(cast(:facts as text) as jsonb))
                as f(clock uuid, seq integer, at timestamptz, sequence bigint, fact text, data jsonb, event uuid)""";

    private ClockRows() {
    }

    /** A row of {@link #SELECT}, its facts read; to derive a clock from it, the calendars it names must be known. */
    public record Stored(Row row, List<Recorded> facts) {

        public static Stored of(Row row) {
            List<Recorded> facts = new ArrayList<>();
            json(row.text("list")).forEach(node -> facts.add(new Recorded(
                    FactJson.read(node.get("fact").asText(), OffsetDateTime.parse(node.get("at").asText()).toInstant(),
                            (ObjectNode) node.get("data")),
                    node.get("sequence").asLong(), node.get("event").isNull() ? null : UUID.fromString(node.get("event").asText()))));
            return new Stored(row, facts);
        }

        public UUID id() {
            return row.id("id");
        }

        /** The row says that there are more facts than were read with it. */
        public boolean missesFacts() {
            return row.integer("facts") != facts.size();
        }

        public Clock clock(Calendars calendars) {
            return Clock.stored(row.id("id"), row.number("version"), row.integer("generation"), Subject.of(row), row.text("kind"),
                    row.text("target"), facts, calendars::named);
        }
    }

    public static List<Stored> stored(List<Row> rows) {
        return rows.stream().map(Stored::of).toList();
    }

    /** The revisions of calendars by which these clocks are or were counted. */
    public static Set<String> calendars(List<Stored> rows) {
        Set<String> named = new TreeSet<>();
        rows.stream().flatMap(stored -> stored.facts.stream()).flatMap(recorded -> switch (recorded.fact()) {
            case ClockFact.Started started -> Stream.of(started.terms().calendar());
            case ClockFact.Retermed retermed -> Stream.of(retermed.terms().calendar());
            case ClockFact.Recalendared recalendared -> Stream.of(recalendared.calendar());
            default -> Stream.<String>empty();
        }).forEach(named::add);
        return named;
    }

    /** Reads the clocks of these rows; loads calendars first that this process has not met yet. */
    public static Uni<List<Clock>> clocks(Read read, Calendars calendars, List<Stored> rows) {
        return calendars.know(read, calendars(rows)).map(done -> rows.stream().map(stored -> stored.clock(calendars)).toList());
    }

    private record ClockRow(UUID id, long version, @JsonUnwrapped Subject subject, String kind, ClockStatus status, int generation,
            String target,
            int facts, int percent, Instant started, Instant due, Instant warn, Instant ended, Instant breached, boolean warned,
            UUID engineer, String promiser, boolean moved, String calendar, Instant escalate, String priority, UUID agreement,
            boolean judged) {
    }

    private record FactRow(UUID clock, int seq, Instant at, long sequence, String fact, ObjectNode data, UUID event) {
    }

    public static String clocks(Collection<Clock.Change> changes, Kinds kinds) {
        return text(changes.stream().map(change -> row(change.clock(), kinds, change.judged())).toList());
    }

    private static ClockRow row(Clock clock, Kinds kinds, boolean judged) {
        return new ClockRow(clock.id, clock.version, clock.subject, clock.kind, clock.status, clock.generation, clock.target,
                clock.factCount, clock.terms().warnPercent(), clock.startedAt, clock.dueAt,
                clock.warnAt, clock.endedAt, clock.breachedAt, clock.state.warned(), clock.engineerId, clock.promisedBy, clock.moved,
                clock.state.calendar(), clock.nextEscalation(kinds.ladder(clock.kind), null).orElse(null), clock.priority(),
                clock.agreementVersion(), judged);
    }

    public static String facts(Collection<Clock.Change> changes) {
        List<FactRow> rows = new ArrayList<>();
        for (Clock.Change change : changes) {
            int seq = change.clock().factCount - change.added().size();
            for (Recorded recorded : change.added()) {
                rows.add(new FactRow(change.clock().id, seq++, recorded.fact().at(), recorded.sequence(), FactJson.name(recorded.fact()),
                        FactJson.data(recorded.fact()), recorded.eventId()));
            }
        }
        return text(rows);
    }

    static JsonNode json(String text) {
        try {
            return FactJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON cannot be read", e);
        }
    }

    private static String text(Object value) {
        try {
            return FactJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
    }
}
