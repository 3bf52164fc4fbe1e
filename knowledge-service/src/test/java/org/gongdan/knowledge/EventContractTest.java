package org.gongdan.knowledge;

import java.time.Instant;
import java.util.List;
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

    static Fact[] everyFact() {
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
    void everyRecordIsTried() {
        EventContracts.assertEachIsTried(List.of(everyFact()), ArticleEvent.class);
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void whatWePublishFitsItsSchema(Fact fact) {
        CONTRACTS.assertFits(EventTypes.nameOf(fact.getClass()), EventJson.write(fact));
    }
}
