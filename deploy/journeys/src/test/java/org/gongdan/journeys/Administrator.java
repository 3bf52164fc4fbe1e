package org.gongdan.journeys;

import static io.restassured.RestAssured.given;
import static org.gongdan.journeys.Patience.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Who looks after accounts in Keycloak, by its admin REST API. */
record Administrator(Platform platform) {
    private static final String PASSWORD = "gongdan";

    /** An account made for one journey. */
    record Account(String id, String name) {
    }

    /** Somebody new with one role and the password of the demo. */
    Account hire(String role) {
        var name = role + "-" + UUID.randomUUID();
        var person = Map.of("username", name, "enabled", true, "email", name + "@gongdan.example", "emailVerified", true, "firstName",
                "新同事",
                "credentials", List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
        var location = request().body(person).post("/users").then().statusCode(201).extract().header("Location");
        var account = new Account(location.substring(location.lastIndexOf('/') + 1), name);
        request().body(List.of(role(role))).post("/users/{id}/role-mappings/realm", account.id()).then().statusCode(204);
        // A token of the very second in which roles changed is taken for an older one.
        var second = Instant.now().getEpochSecond();
        await("the next second").until(() -> Instant.now().getEpochSecond() > second);
        return account;
    }

    void disable(Account account) {
        request().body(Map.of("enabled", false)).put("/users/{id}", account.id()).then().statusCode(204);
    }

    void delete(Account account) {
        request().delete("/users/{id}", account.id()).then().statusCode(204);
    }

    void take(String role, Account account) {
        request().body(List.of(role(role))).delete("/users/{id}/role-mappings/realm", account.id()).then().statusCode(204);
    }

    void give(String role, Account account) {
        request().body(List.of(role(role))).post("/users/{id}/role-mappings/realm", account.id()).then().statusCode(204);
    }

    void givePassword(Account account, String password) {
        request().body(Map.of("type", "password", "value", password, "temporary", false)).put("/users/{id}/reset-password", account.id())
                .then().statusCode(204);
    }

    void signOutEverywhere(Account account) {
        request().post("/users/{id}/logout", account.id()).then().statusCode(204);
    }

    private Map<String, Object> role(String name) {
        return request().get("/roles/{name}", name).then().statusCode(200).extract().jsonPath().getMap("");
    }

    private RequestSpecification request() {
        var master = platform.realm().replace("/realms/gongdan", "/realms/master");
        var token = given()
                .formParams(Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", PASSWORD))
                .post(master + "/protocol/openid-connect/token").then().statusCode(200).extract().jsonPath().getString("access_token");
        return given().baseUri(platform.realm().replace("/realms/", "/admin/realms/")).auth().oauth2(token).contentType(ContentType.JSON);
    }
}
