package org.gongdan.ticket.remote;

import static org.gongdan.ticket.TicketFixtures.anOpenTicket;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class RemoteSessionIT {

    private static Map<String, Object> aRequest() {
        return new HashMap<>(Map.of("tool", "向日葵", "consent", Map.of("givenBy", "刘店长", "at", Instant.now().minusSeconds(60).toString()),
                "customerPresent", true, "scope", "检查收银软件，不动其他程序"));
    }

    private static String path(UUID ticket) {
        return "/api/tickets/" + ticket + "/remote-sessions";
    }

    @Test
    void consentedSessionWithItsStepsIsRecordedAndPublished() {
        // Given
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        String session = path(ticket) + "/"
                + as(Tokens.agent()).body(aRequest()).post(path(ticket)).then().statusCode(201).extract().path("id");
        as(Tokens.agent()).body(Map.of("action", "重启收银程序", "result", "仍然超时")).post(session + "/steps").then().statusCode(201);

        // When
        var ended = as(Tokens.agent()).body(Map.of("succeeded", false, "result", "怀疑读卡器硬件故障")).post(session + "/end").then();

        // Then
        ended.statusCode(200).body("succeeded", equalTo(false)).body("steps[0].action", equalTo("重启收银程序"));
        assertEquals(1, Topics.shared().await("ticket-events", "RemoteSessionEnded.v1", ticket).body().get("steps").asInt());
        as(Tokens.agent()).get("/api/tickets/" + ticket + "/story").then().body("items.type",
                hasItems("RemoteSessionStarted", "RemoteStepLogged", "RemoteSessionEnded"));
        as(Tokens.agent()).body(Map.of("need", "n")).post("/api/tickets/" + ticket + "/request-visit").then().statusCode(200);
        as(Tokens.agent()).body(Map.of("succeeded", true, "result", "x")).post(session + "/end").then().statusCode(422);
    }

    @Test
    void sessionWithoutConsentPresenceOrStepsIsRefused() {
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        Map<String, Object> withoutConsent = aRequest();
        withoutConsent.remove("consent");
        as(Tokens.agent()).body(withoutConsent).post(path(ticket)).then().statusCode(422).body("type",
                equalTo("/problems/remote-needs-consent"));
        Map<String, Object> alone = aRequest();
        alone.put("customerPresent", false);
        as(Tokens.agent()).body(alone).post(path(ticket)).then().statusCode(422).body("type", equalTo("/problems/remote-needs-presence"));
        String session = path(ticket) + "/"
                + as(Tokens.agent()).body(aRequest()).post(path(ticket)).then().statusCode(201).extract().path("id");
        as(Tokens.agent()).body(Map.of("succeeded", true, "result", "x")).post(session + "/end").then().statusCode(422).body("type",
                equalTo("/problems/remote-needs-steps"));
    }

    @Test
    void onlyTheDeskWorksRemotely() {
        UUID ticket = anOpenTicket(Tokens.XINGFU);
        as(Tokens.customer()).body(aRequest()).post(path(ticket)).then().statusCode(403);
        as(Tokens.agent()).get(path(ticket) + "/" + UUID.randomUUID()).then().statusCode(404);
        as(Tokens.agent()).body(aRequest()).post(path(UUID.randomUUID())).then().statusCode(404);
    }
}
