package org.gongdan.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class IdsTest {

    private final UUID event = Ids.next();

    /** PostgreSQL orders them as their texts; so many are made within a few milliseconds. */
    @Test
    void idsAscendInTheOrderInWhichTheyAreMade() {
        var made = Stream.generate(Ids::next).limit(10_000).map(UUID::toString).toList();

        assertEquals(made.stream().sorted().toList(), made);
    }

    @Test
    void aDerivedIdIsAlwaysTheSame() {
        assertEquals(Ids.derived(event, "ACKNOWLEDGE"), Ids.derived(event, "ACKNOWLEDGE"));
        assertEquals(UUID.fromString("0192f0aa-1111-7226-9aaf-c6ba5913557e"),
                Ids.derived(UUID.fromString("0192f0aa-1111-7000-8000-000000000001"), "ACKNOWLEDGE"));
    }

    @Test
    void anotherNameOrAnotherIdGivesAnother() {
        assertNotEquals(Ids.derived(event, "ACKNOWLEDGE"), Ids.derived(event, "RESOLUTION_24H"));
        assertNotEquals(Ids.derived(event, "ACKNOWLEDGE"), Ids.derived(Ids.next(), "ACKNOWLEDGE"));
    }

    @Test
    void aDerivedIdIsOfVersion7AndLiesBesideItsOrigin() {
        // When
        UUID derived = Ids.derived(event, "ACKNOWLEDGE");

        // Then
        assertEquals(7, derived.version());
        assertEquals(2, derived.variant());
        assertEquals(event.getMostSignificantBits() >>> 16, derived.getMostSignificantBits() >>> 16);
    }
}
