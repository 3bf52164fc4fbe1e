package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

@QuarkusTest
@WithStubs
class PeopleIT {

    private final String person = "wang" + UUID.randomUUID();

    @Test
    void colleaguesAreCalledByTheirNamesAndWhoIsNotKnownIsLeftOut() {
        // Given
        var client = Client.bearer("u1");
        // When
        var answer = client.get("/bff/people?user=" + person + "&user=nobody1&user=" + person);
        // Then
        assertEquals(200, answer.statusCode());
        assertEquals(new JsonArray().add(new JsonObject().put("user", person).put("name", person + "·u1")),
                Client.json(answer).getJsonArray("items"));
    }

    @Test
    void keycloakIsAskedOnceForAName() {
        // Given
        Client.bearer("u1").get("/bff/people?user=" + person + "&user=nobody2");
        // When
        var again = Client.bearer("u2").get("/bff/people?user=" + person + "&user=nobody2");
        // Then
        assertEquals(person + "·u1", Client.json(again).getJsonArray("items").getJsonObject(0).getString("name"));
        assertEquals(1, List.of(Client.atProvider("/asked-people").split("[\\[\\], ]+")).stream().filter(person::equals).count());
    }

    @Test
    void aQuestionForNobodyIsAnsweredWithoutKeycloak() {
        assertEquals(new JsonArray(), Client.json(Client.bearer("u1").get("/bff/people")).getJsonArray("items"));
    }

    @Test
    void customersAndStrangersLearnNoNames() {
        assertEquals(401, Client.anonymous().get("/bff/people?user=agent").statusCode());
        assertEquals(403, Client.bearer("customer-1").get("/bff/people?user=agent").statusCode());
    }

    @Test
    void theLanguageIsKeptInTheAccountOfWhoChoseIt() {
        // Given
        var client = Client.bearer("u3");
        // When
        var answer = client.call("PUT", "/bff/me/language?to=en", null, "X-Gongdan-Csrf", "1");
        // Then
        assertEquals(204, answer.statusCode());
        assertEquals("en for u3", Client.atProvider("/language"));
    }

    @Test
    void otherLanguagesOtherSitesAndStrangersChangeNothing() {
        // Given
        var client = Client.bearer("u4");
        // When
        var unknown = client.call("PUT", "/bff/me/language?to=fr", null, "X-Gongdan-Csrf", "1");
        var none = client.call("PUT", "/bff/me/language", null, "X-Gongdan-Csrf", "1");
        var foreign = client.call("PUT", "/bff/me/language?to=en", null);
        var stranger = Client.anonymous().call("PUT", "/bff/me/language?to=en", null, "X-Gongdan-Csrf", "1");
        // Then
        assertEquals(List.of(400, 400, 403, 401),
                List.of(unknown.statusCode(), none.statusCode(), foreign.statusCode(), stranger.statusCode()));
        assertFalse(Client.atProvider("/language").contains("u4"));
    }
}
