package org.gongdan.knowledge;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.knowledge.ArticleEvent.ArticleDrafted;
import org.gongdan.knowledge.ArticleEvent.ArticlePublished;
import org.gongdan.knowledge.ArticleEvent.FixApplied;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.event.Fact;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    private static final EventContracts CONTRACTS = EventContracts.of("knowledge-service");
    private static final UUID ID = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-22T01:02:03.456789Z");

    /** Shapes that no example has, such as without what may be missing; the examples are tried by themselves. */
    static Fact[] factsOfOtherShapes() {
        return new Fact[] {new ArticleDrafted(ID, null, "t", AT), new ArticleDrafted(ID, ID, "t", AT),
                new ArticlePublished(ID, null, "t", "r", AT),
                new ArticlePublished(ID, ID, "t", "r", AT), new FixApplied(ID, ID, true, AT), new FixApplied(ID, ID, false, AT)};
    }

    @Test
    void examplesFitTheirSchemas() {
        CONTRACTS.assertExamplesFit();
    }

    @Test
    void everyRecordHasAContractAndEveryContractARecord() {
        CONTRACTS.assertRecordsAre(EventTypes::nameOf, ArticleEvent.class);
    }

    @Test
    void recordsSayWhatTheExamplesSay() {
        CONTRACTS.assertRecordsSayWhatExamplesSay(EventJson.mapper(), EventTypes::nameOf, ArticleEvent.class);
    }

    @ParameterizedTest
    @MethodSource("factsOfOtherShapes")
    void whatWePublishFitsItsSchema(Fact fact) {
        CONTRACTS.assertFits(EventTypes.nameOf(fact.getClass()), EventJson.write(fact));
    }
}
