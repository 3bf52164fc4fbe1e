package org.gongdan.sla.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.gongdan.platform.tx.Tx;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Topics;
import org.gongdan.testing.Topics.Event;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class KindNamesIT {

    private static final Map<String, String> EXPRESS = Map.of("zh", "加急", "en", "Express");

    @Inject
    KindNames names;
    @Inject
    Kinds kinds;
    @Inject
    Tx tx;

    private final String kind = aKind();

    private static String aKind() {
        return "T" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    private void describe(Map<String, Map<String, String>> described) {
        Tx.await(tx.run(work -> names.describe(work, described)));
    }

    private static boolean names(Event event, String kind) {
        return "PromiseKindDescribed.v1".equals(event.type()) && kind.equals(event.text("kind"));
    }

    private static List<Event> toldOf(String kind) {
        return Topics.shared().all("sla-events", event -> names(event, kind));
    }

    @Test
    void theNamesOfTheFilesAreToldAtStart() {
        // When
        Event told = Topics.shared().await("sla-events", event -> names(event, "ARRIVAL"));

        // Then
        assertEquals(kinds.name("ARRIVAL", Locale.CHINESE), told.text("zh"));
        assertEquals(kinds.name("ARRIVAL", Locale.ENGLISH), told.text("en"));
        assertNull(told.headers().get("ce_customer"), "it concerns no customer");
    }

    @Test
    void aNameThatStaysIsToldOnce() {
        // Given
        String next = aKind();
        describe(Map.of(kind, EXPRESS));

        // When
        describe(Map.of(kind, EXPRESS, next, EXPRESS));

        // Then
        Topics.shared().await("sla-events", event -> names(event, next));
        assertEquals(1, toldOf(kind).size());
    }

    @Test
    void anotherNameIsToldAsTheNextVersionOfTheSameKind() {
        // Given
        describe(Map.of(kind, EXPRESS));

        // When
        describe(Map.of(kind, Map.of("zh", "加急", "en", "Fast lane")));

        // Then
        Topics.shared().await("sla-events", event -> names(event, kind) && "Fast lane".equals(event.text("en")));
        List<Event> told = toldOf(kind);
        assertEquals(List.of("Express", "Fast lane"), told.stream().map(event -> event.text("en")).toList());
        assertEquals(List.of("1", "2"), told.stream().map(event -> event.headers().get("ce_sequence")).toList());
        assertEquals(1, told.stream().map(Event::key).distinct().count());
    }

    @Test
    void aKindThatNoFileDescribesAnyMoreKeepsItsName() {
        // Given
        describe(Map.of(kind, EXPRESS));
        Kinds later = new Kinds(KindFixtures.ours());

        // When
        names.start(null, later, true);

        // Then
        assertEquals("加急", later.name(kind, Locale.CHINESE));
        assertTrue(later.codes().contains(kind));
        assertNull(later.named(kind), "it is promised no more");
    }
}
