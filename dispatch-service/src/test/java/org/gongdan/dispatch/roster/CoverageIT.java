package org.gongdan.dispatch.roster;

import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.roster.RosterFixtures.aDuty;
import static org.gongdan.dispatch.roster.RosterFixtures.act;
import static org.gongdan.dispatch.roster.RosterFixtures.draft;
import static org.gongdan.dispatch.roster.RosterFixtures.in;
import static org.gongdan.dispatch.roster.RosterFixtures.onDuty;
import static org.gongdan.dispatch.roster.RosterFixtures.published;
import static org.gongdan.dispatch.roster.RosterFixtures.somebody;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Inject;

import org.gongdan.dispatch.roster.RosterFixtures.Somebody;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The gaps of a duty and who is on it, as they are asked for: the same definition. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class CoverageIT {

    private static final WallClock WALL = new WallClock(ZoneId.of("Asia/Shanghai"));
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Inject
    AgroalDataSource database;

    record Gap(Instant from, Instant to) {
    }

    private static List<Gap> gaps(String duty, LocalDate from, LocalDate to) {
        List<Map<String, Object>> items = as(Tokens.agent()).queryParam("from", from.toString()).queryParam("to", to.toString())
                .get("/api/duties/" + duty + "/gaps")
                .then().statusCode(200).extract().path("items");
        return items.stream().map(item -> new Gap(Instant.parse((String) item.get("from")), Instant.parse((String) item.get("to"))))
                .toList();
    }

    @Test
    void shiftThatAColleagueTookOverLeavesNoGapBeforeNorAtTheMomentOfTheChange() {
        // Given
        String duty = aDuty();
        Somebody first = somebody();
        Somebody second = somebody();
        Instant start = in(-190);
        Instant end = in(530);
        UUID shift = published(duty, first, start, end);

        // When
        act(Tokens.supervisor(), shift, "replace", Map.of("person", second.name(), "reason", "突发疾病")).statusCode(201);

        // Then
        List<Gap> gaps = gaps(duty, start.atZone(WALL.zone()).toLocalDate(), end.atZone(WALL.zone()).toLocalDate());
        assertEquals(List.of(), gaps.stream().filter(gap -> gap.to().isAfter(start) && gap.from().isBefore(end)).toList());
        assertEquals(List.of(first.name()), onDuty(duty, in(-130)));
        assertEquals(List.of(second.name()), onDuty(duty, in(60)));
    }

    @Test
    void draftOfTheNightBeforeIsNotPublishedWithTheDayAndFillsNoGapOfIt() {
        // Given
        String duty = aDuty();
        Instant midnight = WALL.instant(DAY.atStartOfDay());
        Instant morning = midnight.plusSeconds(8 * 3600);
        draft(duty, somebody(), midnight.minusSeconds(4 * 3600), morning).statusCode(201);
        draft(duty, somebody(), morning, midnight.plusSeconds(24 * 3600)).statusCode(201);
        Map<String, Object> day = Map.of("from", DAY.toString(), "to", DAY.toString());

        // When
        var refused = as(Tokens.supervisor()).body(day).post("/api/duties/" + duty + "/publication").then();

        // Then
        refused.statusCode(422).body("type", endsWith("roster-has-gaps"));
        as(Tokens.supervisor()).body(Map.of("from", DAY.toString(), "to", DAY.toString(), "acceptGaps", true))
                .post("/api/duties/" + duty + "/publication").then()
                .statusCode(200).body("shifts", equalTo(1)).body("gaps.size()", equalTo(1));
        assertEquals(List.of(new Gap(midnight, morning)), gaps(duty, DAY, DAY));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void gapsAreWhereNobodyIsAnsweredToBeOnDuty(long seed) throws SQLException {
        // Given
        String duty = aDuty();
        TreeSet<Instant> edges = history(duty, new Random(seed));

        // When
        List<Gap> gaps = gaps(duty, DAY, DAY.plusDays(1));

        // Then
        for (Instant edge : edges) {
            for (Instant instant : List.of(edge.minusSeconds(1), edge, edge.plusSeconds(1))) {
                boolean gap = gaps.stream().anyMatch(one -> !instant.isBefore(one.from()) && instant.isBefore(one.to()));
                assertEquals(onDuty(duty, instant).isEmpty(), gap, "seed " + seed + " at " + instant);
            }
        }
    }

    /** Shifts as months of planning leave them: drafted, published, in the middle of a swap, withdrawn before, while and after they were served. */
    private TreeSet<Instant> history(String duty, Random random) throws SQLException {
        TreeSet<Instant> edges = new TreeSet<>();
        try (Connection connection = database.getConnection(); PreparedStatement insert = connection.prepareStatement(
                """
                insert into shift (id, version, duty, person, starts_at, ends_at, status, withdrawn_at, handover, changed_at) values (?, 1,
                    ?, ?, ?, ?, ?, ?, 'OPEN', now())""")) {
            for (int number = 0; number < 12; number++) {
                Instant start = WALL.instant(DAY.atStartOfDay()).plusSeconds(60L * (10 + random.nextInt(1800)));
                Instant end = start.plusSeconds(60L * (30 + random.nextInt(600)));
                ShiftStatus status = ShiftStatus.values()[random.nextInt(ShiftStatus.values().length)];
                Instant withdrawn = status == ShiftStatus.WITHDRAWN ? start.plusSeconds(60L * (random.nextInt(400) - 60)) : null;
                List<Object> cells = new ArrayList<>(List.of(UUID.randomUUID(), duty, "p" + UUID.randomUUID(),
                        start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC), status.name()));
                cells.add(withdrawn == null ? null : withdrawn.atOffset(ZoneOffset.UTC));
                for (int column = 0; column < cells.size(); column++) {
                    insert.setObject(column + 1, cells.get(column));
                }
                insert.executeUpdate();
                edges.addAll(withdrawn == null ? List.of(start, end) : List.of(start, end, withdrawn));
            }
        }
        Instant begin = WALL.instant(DAY.atStartOfDay()).plusSeconds(2);
        Instant finish = WALL.instant(DAY.plusDays(2).atStartOfDay()).minusSeconds(2);
        edges.removeIf(edge -> edge.isBefore(begin) || edge.isAfter(finish));
        return edges;
    }
}
