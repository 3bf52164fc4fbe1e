package org.gongdan.journeys;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** The realm for work, made and changed by {@code deploy/keycloak/apply} in the real Keycloak, beside the demo's. */
@OnPlatform
class RealmJourney {
    private static final String REALM = "works";
    private static final Map<String, String> SETTINGS = Map.of("GONGDAN_URL", "https://gongdan.example", "OIDC_CLIENT_SECRET",
            "secret-of-the-console", "SESSIONS_CLIENT_SECRET", "secret-of-the-events", "KEYCLOAK_ADMIN_USER", "admin",
            "KEYCLOAK_ADMIN_PASSWORD", "gongdan", "KEYCLOAK_REALM", REALM);

    private final String server;

    RealmJourney(Platform platform) {
        server = platform.realm().substring(0, platform.realm().indexOf("/realms/"));
    }

    private record Outcome(int code, String text) {
    }

    @Test
    void theRealmIsMadeOnceAndChangedToWhatIsNeededAndKeepsItsPeople() throws Exception {
        // Given
        var made = apply(Map.of());
        assertEquals(new Outcome(0, "realm works made\n"), made);
        assertNothingOfTheDemo();
        assertEquals(new Outcome(0, "realm works is as it should be\n"), apply(Map.of()));
        var person = hire();
        spoil();
        assertEquals(1, apply(Map.of(), "--check").code());
        var elsewhere = Map.of("GONGDAN_URL", "https://desk.example");

        // When
        var changed = apply(elsewhere);

        // Then
        assertEquals(0, changed.code(), changed.text());
        assertEquals(new Outcome(0, "realm works is as it should be\n"), apply(elsewhere, "--check"));
        admin().get("").then().body("accessTokenLifespan", equalTo(300)).body("browserFlow", equalTo("gongdan browser"));
        admin().queryParam("clientId", "gongdan-console").get("/clients").then()
                .body("[0].redirectUris", contains("https://desk.example/*")).body("[0].secret", equalTo("secret-of-the-console"));
        admin().get("/client-scopes").then()
                .body("find { it.name == 'gongdan-api' }.protocolMappers.name", hasItem("audience sla-service"));
        admin().get("/users/{id}", person).then().statusCode(200).body("username", equalTo("wang"));
        admin().get("/users/{id}/credentials", person).then().body("type", contains("password"));
        admin().get("/users/{id}/role-mappings/realm", person).then().body("name", hasItem("agent"));
        assertEquals(List.of("wang"), people());
    }

    @Test
    void whatIsNotSetIsNamedBeforeAnythingHappens() throws Exception {
        // When
        var refused = apply(Map.of("KEYCLOAK_REALM", "other", "OIDC_CLIENT_SECRET", ""));

        // Then
        assertEquals(new Outcome(2, "not set: OIDC_CLIENT_SECRET\n"), refused);
        given().auth().oauth2(token()).get(server + "/admin/realms/other").then().statusCode(404);
    }

    private void assertNothingOfTheDemo() {
        assertEquals(List.of(), people());
        admin().get("/clients").then().body("findAll { it.clientId.startsWith('gongdan') }.clientId.sort()",
                contains("gongdan-console", "gongdan-sessions")).body("clientId.findAll { it == 'erp-xingfu' }.size()", equalTo(0))
                .body("findAll { it.clientId.startsWith('gongdan') }.secret", everyItem(startsWith("secret-of-the-")));
        admin().get("").then().body("bruteForceProtected", equalTo(true)).body("eventsEnabled", equalTo(true))
                .body("adminEventsEnabled", equalTo(true)).body("passwordPolicy", startsWith("length(12)"));
        var events = given().formParams(Map.of("grant_type", "client_credentials", "client_id", "gongdan-sessions", "client_secret",
                "secret-of-the-events")).post(server + "/realms/works/protocol/openid-connect/token").then().statusCode(200).extract()
                .jsonPath().getString("access_token");
        given().auth().oauth2(events).get(server + "/admin/realms/works/events").then().statusCode(200);
    }

    private String hire() {
        var location = admin().body(Map.of("username", "wang", "enabled", true, "email", "wang@gongdan.example", "firstName", "王坐席",
                "credentials", List.of(Map.of("type", "password", "value", "a-long-password-1")))).post("/users").then().statusCode(201)
                .extract().header("Location");
        var person = location.substring(location.lastIndexOf('/') + 1);
        var role = admin().get("/roles/agent").then().statusCode(200).extract().jsonPath().getMap("");
        admin().body(List.of(role)).post("/users/{id}/role-mappings/realm", person).then().statusCode(204);
        return person;
    }

    /** As an older version, or somebody at the admin console, may have left it. */
    private void spoil() {
        admin().body(Map.of("realm", REALM, "accessTokenLifespan", 600, "browserFlow", "browser")).put("").then().statusCode(204);
        var scopes = admin().get("/client-scopes").then().extract().jsonPath();
        var scope = scopes.getString("find { it.name == 'gongdan-api' }.id");
        var mapper = scopes.getString("find { it.name == 'gongdan-api' }.protocolMappers.find { it.name == 'audience sla-service' }.id");
        admin().delete("/client-scopes/{scope}/protocol-mappers/models/{mapper}", scope, mapper).then().statusCode(204);
        admin().delete("/roles/presales").then().statusCode(204);
        var flow = admin().get("/authentication/flows").then().extract().jsonPath().getString("find { it.alias == 'gongdan browser' }.id");
        admin().delete("/authentication/flows/{id}", flow).then().statusCode(204);
    }

    private List<String> people() {
        return admin().get("/users").then().statusCode(200).extract().jsonPath().getList("username");
    }

    private RequestSpecification admin() {
        return given().baseUri(server + "/admin/realms/" + REALM).auth().oauth2(token()).contentType(ContentType.JSON);
    }

    private String token() {
        return given().formParams(Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "gongdan"))
                .post(server + "/realms/master/protocol/openid-connect/token").then().statusCode(200).extract().jsonPath()
                .getString("access_token");
    }

    private Outcome apply(Map<String, String> otherwise, String... arguments) throws IOException, InterruptedException {
        var line = new java.util.ArrayList<>(List.of(Path.of("../keycloak/apply").toAbsolutePath().normalize().toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        var settings = new HashMap<>(SETTINGS);
        settings.put("KEYCLOAK_URL", server);
        settings.putAll(otherwise);
        builder.environment().putAll(settings);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "it does not end");
        return new Outcome(process.exitValue(), text);
    }
}
