package org.gongdan.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What happens to calls of a process that ends. */
class LateCallsTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CompletableFuture<RoutingContext> held = new CompletableFuture<>();
    private HttpServer server;

    private void open(LateCalls door) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(door::pass);
        router.post("/slow").handler(held::complete);
        router.route("/quick").handler(rc -> rc.response().setStatusCode(201).end());
        server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        client.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private CompletableFuture<HttpResponse<String>> call(String method, String path) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
                .method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    @Test
    void aCallUnderWayIsAnsweredAndALaterOneIsSentElsewhere() throws Exception {
        // Given
        LateCalls door = new LateCalls(Optional.empty());
        open(door);
        assertEquals(201, call("POST", "/quick").get().statusCode());
        CompletableFuture<HttpResponse<String>> slow = call("POST", "/slow");
        RoutingContext under = held.get(30, TimeUnit.SECONDS);

        // When
        door.begin(null);

        // Then
        for (String method : List.of("POST", "GET")) {
            HttpResponse<String> late = call(method, "/quick").get();
            assertEquals(503, late.statusCode());
            assertEquals("1", late.headers().firstValue("Retry-After").orElseThrow());
            assertTrue(late.body().contains("/problems/unavailable"), late.body());
        }
        assertFalse(slow.isDone());
        vertx.runOnContext(ignored -> under.response().setStatusCode(200).end());
        assertEquals(200, slow.get().statusCode());
    }

    @Test
    void callsAreAnsweredAsLongAsOthersMaySendThem() throws Exception {
        // Given
        LateCalls door = new LateCalls(Optional.of(Duration.ofHours(1)));
        open(door);

        // When
        door.begin(null);

        // Then
        assertEquals(201, call("POST", "/quick").get().statusCode());
    }
}
