package org.gongdan.notification;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import org.gongdan.notification.NotificationEvent.NotificationDelivered;
import org.gongdan.notification.NotificationEvent.NotificationFailed;
import org.gongdan.notification.NotificationEvent.WebhookDisabled;
import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.event.Fact;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    private static final EventContracts CONTRACTS = EventContracts.of("notification-service");
    private static final UUID ID = UUID.fromString("0192f0aa-1111-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-22T01:02:03.456789Z");

    /** Shapes that no example has, such as without what may be missing; the examples are tried by themselves. */
    static Stream<Fact> factsOfOtherShapes() {
        return Stream.of(
                Stream.of(new WebhookDisabled(ID, null, WebhookDisabled.Why.GONE, AT),
                        new WebhookDisabled(ID, ID, WebhookDisabled.Why.UNREACHABLE, AT)),
                Arrays.stream(Template.values()).map(
                        template -> new NotificationDelivered(ID, template.namesTicket() ? ID : null, ID, template, Channel.EMAIL, AT)),
                Arrays.stream(Reason.values())
                        .map(reason -> new NotificationFailed(ID, ID, ID, Template.VISIT_DELAYED, Channel.EMAIL, reason, AT)))
                .flatMap(facts -> facts);
    }

    @Test
    void examplesFitTheirSchemas() {
        CONTRACTS.assertExamplesFit();
    }

    @Test
    void everyRecordHasAContractAndEveryContractARecord() {
        CONTRACTS.assertRecordsAre(EventTypes::nameOf, NotificationEvent.class);
    }

    @Test
    void recordsSayWhatTheExamplesSay() {
        CONTRACTS.assertRecordsSayWhatExamplesSay(EventJson.mapper(), EventTypes::nameOf, NotificationEvent.class);
    }

    @ParameterizedTest
    @MethodSource("factsOfOtherShapes")
    void whatWePublishFitsItsSchema(Fact fact) {
        CONTRACTS.assertFits(EventTypes.nameOf(fact.getClass()), EventJson.write(fact));
    }
}
