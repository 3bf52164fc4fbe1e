package org.gongdan.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void ownSettingsStandOverTheDefaults() throws IOException {
        // Given
        var text = "defaults = partitions=4 cleanup.policy=delete retention.ms=10\ncontact-events = cleanup.policy=compact\ndead-letter = partitions=1";

        // When
        var topics = Topics.parse(text).byName();

        // Then
        assertEquals(new Topics.Topic(4, Map.of("cleanup.policy", "compact", "retention.ms", "10")), topics.get("contact-events"));
    }

    @Test
    void everyTopicGetsADeadLetterTopicUnlessItNamesItsOwn() throws IOException {
        // Given
        var text = "defaults = partitions=4\ndead-letter = partitions=1\na =\nb =\nb-dead-letter = partitions=2";

        // When
        var topics = Topics.parse(text).byName();

        // Then
        assertEquals(Set.of("a", "a-dead-letter", "b", "b-dead-letter"), topics.keySet());
        assertEquals(1, topics.get("a-dead-letter").partitions());
        assertEquals(2, topics.get("b-dead-letter").partitions());
    }

    @Test
    void aLineThatIsNoSettingIsRefusedByName() {
        // Given
        var text = "ticket-events = partitions=4 compact";

        // When
        var refusal = assertThrows(StackException.class, () -> Topics.parse(text));

        // Then
        assertTrue(refusal.getMessage().contains("'compact' of topic ticket-events"), refusal.getMessage());
    }

    @Test
    void aTopicWithoutPartitionsIsRefused() {
        assertThrows(StackException.class, () -> Topics.parse("ticket-events = cleanup.policy=delete"));
        assertThrows(StackException.class, () -> Topics.parse("ticket-events = partitions=0"));
    }

    @Test
    void personalDataAndSecretsAreKeptAsPromised() throws IOException {
        // Given
        Path file = Layout.findRoot().resolve("deploy/kafka/topics.properties");

        // When
        var topics = Topics.read(file).byName();

        // Then
        assertEquals("compact", topics.get("contact-events").settings().get("cleanup.policy"));
        assertEquals("86400000", topics.get("signature-links").settings().get("retention.ms"));
        assertEquals("86400000", topics.get("signature-links-dead-letter").settings().get("retention.ms"));
        assertEquals(4, topics.get("ticket-events").partitions());
    }
}
