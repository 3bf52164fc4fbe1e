package org.gongdan.dispatch.roster;

import static org.gongdan.dispatch.VisitFixtures.as;
import static org.gongdan.dispatch.roster.RosterFixtures.aDuty;
import static org.gongdan.dispatch.roster.RosterFixtures.draft;
import static org.gongdan.dispatch.roster.RosterFixtures.in;
import static org.gongdan.dispatch.roster.RosterFixtures.somebody;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class DiscardIT {

    private static final int MANY = 40;

    @Test
    void draftsDiscardedAtTheSameTimeAreAllGone() {
        // Given
        String duty = aDuty();
        List<String> drafts = IntStream.range(0, MANY)
                .mapToObj(ignored -> draft(duty, somebody(), in(60), in(120)).statusCode(201).extract().<String>path("id")).toList();

        // When
        List<Integer> answers = drafts.parallelStream().map(shift -> as(Tokens.supervisor()).delete("/api/shifts/" + shift).statusCode())
                .toList();

        // Then
        assertEquals(Collections.nCopies(MANY, 204), answers);
        drafts.forEach(shift -> as(Tokens.supervisor()).get("/api/shifts/" + shift).then().statusCode(404));
    }
}
