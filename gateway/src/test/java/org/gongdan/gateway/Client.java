package org.gongdan.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.spi.CDI;

import org.eclipse.microprofile.config.ConfigProvider;

import io.vertx.core.json.JsonObject;

/** A caller of the gateway under test: plain HTTP/1.1, no redirects followed, cookies kept by hand. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String token;

    private Client(String token) {
        this.token = token;
    }

    static Client anonymous() {
        return new Client(null);
    }

    /** With a bearer token of its own subject, so that its rate limit is its own. */
    static Client bearer(String subject) {
        return new Client(send(HttpRequest.newBuilder(URI.create(config("test.issuer") + "/token-for?sub=" + subject))).body());
    }

    /** The header that a bearer token goes in, for clients that write to the wire themselves. */
    static String authorization(String subject) {
        return bearer(subject).request("GET", "/", null).build().headers().firstValue("Authorization").orElseThrow();
    }

    /** Through the whole code flow, like a browser. */
    static Client signedIn() {
        return signedIn("user-1");
    }

    static Client signedIn(String subject) {
        atProvider("/next-user?sub=" + subject);
        var client = anonymous();
        var answer = client.get("/bff/login?to=/desk?tab=1");
        while (answer.statusCode() / 100 == 3 && !location(answer).endsWith("/desk?tab=1")) {
            answer = client.get(location(answer));
        }
        return client;
    }

    /** A client with the same cookies, as a thief has them. */
    Client copy() {
        var copy = anonymous();
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** A word to the stub identity provider behind the gateway's back. */
    static String atProvider(String path) {
        return send(HttpRequest.newBuilder(URI.create(config("test.issuer") + path))).body();
    }

    static String base() {
        return "http://localhost:" + CDI.current().select(Listener.class).get().port();
    }

    static String config(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    Map<String, String> cookies() {
        return cookies;
    }

    HttpResponse<String> get(String path, String... headers) {
        return call("GET", path, null, headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return call("POST", path, body, headers);
    }

    HttpResponse<String> call(String method, String path, String body, String... headers) {
        var answer = send(request(method, path, body, headers));
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    HttpRequest.Builder request(String method, String path, String body, String... headers) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base() + path)).method(method, publisher);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie",
                    cookies.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).collect(Collectors.joining("; ")));
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    static JsonObject json(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    /** A body as it is on the wire, for nobody in particular. */
    static HttpResponse<byte[]> bytes(String path, String... headers) {
        return send(anonymous().request("GET", path, null, headers), BodyHandlers.ofByteArray());
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request.build(), body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2);
        var name = pair[0].substring(0, pair[0].indexOf('='));
        var value = pair[0].substring(name.length() + 1);
        if (value.isEmpty() || pair[1].toLowerCase().contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
