package org.gongdan.journeys;

import static io.restassured.RestAssured.given;

import java.util.Map;
import java.util.function.Supplier;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Somebody who asks the platform through its one door; without a token it is a stranger. */
record Caller(Platform platform, Supplier<String> token) {
    private static final RestAssuredConfig PATIENCE = RestAssuredConfig.config().httpClient(HttpClientConfig.httpClientConfig()
            .setParam("http.connection.timeout", Patience.MILLIS).setParam("http.socket.timeout", Patience.MILLIS));

    static Caller user(Platform platform, String name) {
        return new Caller(platform, () -> platform.tokenOfUser(name));
    }

    static Caller stranger(Platform platform) {
        return new Caller(platform, () -> null);
    }

    ValidatableResponse get(String path) {
        return get(path, Map.of());
    }

    ValidatableResponse get(String path, Map<String, ?> query) {
        return request(Map.of()).queryParams(query).get(path).then();
    }

    ValidatableResponse post(String path) {
        return post(path, Map.of());
    }

    ValidatableResponse post(String path, Object body) {
        return post(path, body, Map.of());
    }

    ValidatableResponse post(String path, Object body, Map<String, String> headers) {
        return request(headers).contentType(ContentType.JSON).body(body).post(path).then();
    }

    ValidatableResponse put(String path, Object body) {
        return request(Map.of()).contentType(ContentType.JSON).body(body).put(path).then();
    }

    ValidatableResponse delete(String path) {
        return request(Map.of()).delete(path).then();
    }

    private RequestSpecification request(Map<String, String> headers) {
        var request = given().config(PATIENCE).baseUri(platform.gateway()).headers(headers);
        var current = token.get();
        return current == null ? request : request.auth().oauth2(current);
    }
}
