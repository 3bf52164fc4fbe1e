package org.gongdan.gateway;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * Five HTTP servers in place of the services. They echo what reached them as JSON; some paths behave badly.
 * The knowledge service never answers; the sla service is not there at all.
 */
public class StubServices implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();
    private volatile HttpServerResponse followed;

    @Override
    public Map<String, String> start() {
        var config = new HashMap<String, String>();
        for (String name : new String[] {"ticket", "dispatch", "notification"}) {
            config.put(url(name), "http://localhost:" + serve(request -> echo(name + "-service", request)));
        }
        config.put(url("knowledge"), "http://localhost:" + serve(request -> {}));
        config.put("gongdan.gateway.routes.knowledge-service.timeout", "500ms");
        config.put(url("sla"), "http://localhost:1");
        config.put("gongdan.gateway.rate-limit.burst", "100");
        config.put("gongdan.gateway.rate-limit.per-second", "50");
        config.put("gongdan.gateway.breaker.open", "1s");
        config.put("gongdan.gateway.connections.per-address", "400");
        config.put("gongdan.gateway.connections.head", "1s");
        config.put("gongdan.gateway.connections.idle", "8s");
        config.put("gongdan.gateway.connections.window", "1s");
        config.put("gongdan.gateway.floods.refusals-burst", "200");
        config.put("gongdan.gateway.strangers.body-time", "2s");
        config.put("gongdan.gateway.calls.streams-per-address", "40");
        return config;
    }

    private static String url(String name) {
        return "gongdan.gateway.routes." + name + "-service.url";
    }

    private int serve(io.vertx.core.Handler<HttpServerRequest> handler) {
        HttpServer server = vertx.createHttpServer().requestHandler(handler);
        return server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
    }

    private void echo(String service, HttpServerRequest request) {
        if (request.path().endsWith("/stream")) {
            stream(request);
        } else if (request.path().endsWith("/stream-next")) {
            streamNext(request);
        } else if (request.path().endsWith("/late")) {
            vertx.setTimer(300, ignored -> request.response().end("late"));
        } else if (request.path().contains("/status-")) {
            request.response().setStatusCode(Integer.parseInt(request.path().substring(request.path().indexOf("/status-") + 8))).end("x");
        } else if (request.path().endsWith("/gzipped-on-the-way")) {
            request.response().setChunked(true).putHeader("Transfer-Encoding", "gzip").end("x");
        } else if (request.path().endsWith("/never")) {
            request.resume();
        } else if (request.path().endsWith("/huge")) {
            huge(request.response().setChunked(true));
        } else if (request.path().endsWith("/inner-headers")) {
            request.response().putHeader("Set-Cookie", "inner=1").putHeader("Keep-Alive", "timeout=5").putHeader("ETag", "\"7\"")
                    .putHeader("Content-Type", "application/json").end("{}");
        } else if (request.path().endsWith("/large")) {
            request.response().putHeader("Content-Type", "application/octet-stream")
                    .end(io.vertx.core.buffer.Buffer.buffer(new byte[3_000_000]));
        } else {
            request.body().onSuccess(body -> {
                var headers = new JsonObject();
                request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
                request.response().putHeader("Content-Type", "application/json").end(new JsonObject()
                        .put("service", service).put("method", request.method().name()).put("uri", request.uri())
                        .put("headers", headers).put("bytes", body.length()).toBuffer());
            });
        }
    }

    /** More than the buffers of all systems on the way hold. */
    private void huge(HttpServerResponse response) {
        for (var part = 0; part < 64 && !response.writeQueueFull(); part++) {
            response.write(io.vertx.core.buffer.Buffer.buffer(new byte[1_000_000]));
        }
        response.drainHandler(ignored -> huge(response));
    }

    /** The next event is made only when the reader asks for it at {@code /stream-next}, so a proxy that gathers events is found without a clock. */
    private void stream(HttpServerRequest request) {
        followed = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        followed.write("data: 0\n\n");
    }

    private void streamNext(HttpServerRequest request) {
        var number = Integer.parseInt(request.getParam("number"));
        if (number < 0) {
            // As a service that is killed.
            followed.reset();
        } else if (number < 4) {
            followed.write("data: " + number + "\n\n");
        } else {
            followed.end();
        }
        request.response().end();
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
