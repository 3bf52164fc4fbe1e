package org.gongdan.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Whatever is wrong with a request, and whoever notices it, the answer is a problem in a language we speak. */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class ErrorPathIT {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/api/tickets")
    URI tickets;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en;q=abc|zh", "en;q=1.5|zh", "en;q=|zh", ";;;|zh", "en,zh;q=0.1|en", "fr|zh",
            "zh;q=0.2, en;q=0.9|en", "*|zh", "en-|en", "x-y-z;q=0.5,en;q=0.4|en"})
    void languagesNobodyCanReadCountAsNotAsked(String accepted, String spoken) throws Exception {
        // When
        List<HttpResponse<String>> answers = List.of(send(get("").header("Accept-Language", accepted)),
                send(get("?limit=abc").header("Accept-Language", accepted)),
                send(get("?limit=0").header("Accept-Language", accepted)), send(get("/no-uuid").header("Accept-Language", accepted)),
                send(post("{}").header("Accept-Language", accepted)), send(post("{").header("Accept-Language", accepted)),
                send(get("").setHeader("Authorization", "Bearer ..").header("Accept-Language", accepted)));

        // Then
        assertEquals(200, answers.getFirst().statusCode());
        answers.stream().skip(1).forEach(answer -> {
            problem(answer, answer.statusCode());
            assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer::body);
            assertEquals(spoken, answer.headers().firstValue("Content-Language").orElseThrow(), answer.body());
        });
    }

    @Test
    void addressesAndHeadersThatTheGatewayLetsThroughAreRead() throws Exception {
        // When
        HttpResponse<String> longest = send(get("?query=" + "%E5%BA%97".repeat(880)));
        HttpResponse<String> largest = send(get("").header("X-Large", "x".repeat(31_000)));

        // Then
        assertEquals(200, longest.statusCode(), longest::body);
        assertEquals(200, largest.statusCode(), largest::body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "application/json;q=abc", "text/csv", "a/b/c", "text/html", "application/pdf"})
    void answersNobodyMakesAreNotAcceptable(String accept) throws Exception {
        problem(send(get("").setHeader("Accept", accept)), 406);
        problem(send(post("{}").setHeader("Accept", accept)), 406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "text/plain", "application/xml", "application/json;charset=utf-16", "application/json;charset=nonsense",
            "multipart/form-data", "application/octet-stream", "*/*"})
    void bodiesNobodyReadsAreUnsupported(String type) throws Exception {
        problem(send(post("{}").setHeader("Content-Type", type)), 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "x", "identity, gzip"})
    void packedBodiesAreUnsupported(String encoding) throws Exception {
        problem(send(post("{}").setHeader("Content-Encoding", encoding)), 415);
    }

    @Test
    void bodiesWithoutATypeAreUnsupported() throws Exception {
        problem(send(
                HttpRequest.newBuilder(tickets).header("Authorization", "Bearer " + Tokens.agent()).POST(BodyPublishers.ofString("{}"))),
                415);
    }

    @Test
    void whatIsNotWantedIsNotSent() throws Exception {
        assertEquals(200, send(get("").setHeader("Accept", ",")).statusCode());
        problem(send(get("").setHeader("Accept", "application/json;q=0")), 406);
    }

    @Test
    void allLinesOfAHeaderAreRead() throws Exception {
        // When
        HttpResponse<String> answer = send(get("?limit=abc").header("Accept-Language", "zh;q=0.1").header("Accept-Language", "en"));

        // Then
        assertEquals("en", answer.headers().firstValue("Content-Language").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Match", "Idempotency-Key"})
    void headersThatMeanOneThingAreThereOnceAndSaySomething(String name) throws Exception {
        for (HttpResponse<String> answer : List.of(send(acknowledged().header(name, "\"1\"").header(name, "\"2\"")),
                send(acknowledged().header(name, "")))) {
            problem(answer, 400);
            assertTrue(answer.body().contains("\"field\":\"" + name + "\""), answer::body);
        }
    }

    private HttpRequest.Builder acknowledged() {
        return HttpRequest.newBuilder(URI.create(tickets + "/01900000-0000-7000-0000-000000000001/acknowledge"))
                .header("Authorization", "Bearer " + Tokens.agent())
                .POST(BodyPublishers.noBody());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ..", "Bearer x", "Bearer", "Bearer a.b.c", "Bearer a..c", "Bearer e30.e30.e30", "Basic YTpi", "x",
            "Bearer eyJhbGciOiJub25lIn0.e30."})
    void tokensThatAreNoneAreUnauthenticated(String authorization) throws Exception {
        problem(send(get("").setHeader("Authorization", authorization)), 401);
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
        for (byte[] body : List.of(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '"', '}'},
                new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0, '}', 0},
                new byte[] {0, 0, 0, '{'}, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, new byte[] {0},
                "{\"a\":\"\0\"}".getBytes(StandardCharsets.UTF_8))) {
            HttpRequest.Builder request = HttpRequest.newBuilder(tickets).header("Authorization", "Bearer " + Tokens.agent())
                    .header("Content-Type", "application/json");
            problem(send(request.POST(BodyPublishers.ofByteArray(body))), 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets?query=%", "/api/tickets?query=%zz", "/api/tickets/%zz", "/api/tickets?%=1",
            "/api/tickets?query=a|b%0"})
    void addressesThatAreNoneAreRefusedByTheWire(String address) throws IOException {
        // When
        String answer = raw(
                "GET " + address + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.agent() + "\r\nConnection: close\r\n\r\n");

        // Then: Vert.x makes no request of them; through the gateway they end in a problem (WireTest there)
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets?query=%ff", "/api/tickets?query=%c0%80", "/api/tickets?query=%ed%a0%80", "/api/tickets/%ff"})
    void addressesNobodyCanReadAreRefused(String address) throws IOException {
        // When
        String answer = raw(
                "GET " + address + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Tokens.agent() + "\r\nConnection: close\r\n\r\n");

        // Then
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("application/problem+json") && answer.contains("/problems/"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1048577", "9223372036854775807", "99999999999999999999"})
    void bodiesThatAreTooLargeAreRefusedBeforeTheyCome(String length) throws IOException {
        // When
        String answer = raw("POST /api/tickets HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n");

        // Then
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        assertTrue(length.length() > 19 || answer.startsWith("HTTP/1.1 413") && answer.contains("/problems/too-large"), answer);
    }

    @Test
    void otherMethodsAndAddressesAreProblemsToo() throws Exception {
        problem(send(HttpRequest.newBuilder(tickets).header("Authorization", "Bearer " + Tokens.agent())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{}"))), 405);
        problem(send(HttpRequest.newBuilder(tickets).header("Authorization", "Bearer " + Tokens.agent()).DELETE()), 405);
        problem(send(get("/01900000-0000-7000-0000-000000000001/nothing")), 404);
        problem(send(HttpRequest.newBuilder(tickets.resolve("/nowhere")).GET()), 404);
    }

    @Test
    void titlesAreSentencesAndTypesArePages() throws Exception {
        // When
        JsonNode problem = EventJson.mapper().readTree(send(get("?limit=abc").header("Accept-Language", "en")).body());

        // Then
        assertEquals("/problems/invalid-input", problem.get("type").textValue());
        assertEquals("Some fields are missing or malformed", problem.get("title").textValue());
        assertEquals("limit", problem.at("/errors/0/field").textValue());
        assertEquals("Give a whole number in plain digits.", problem.at("/errors/0/message").textValue());
    }

    @Test
    void aChineseProblemIsChineseThroughout() throws Exception {
        // When
        JsonNode problem = EventJson.mapper().readTree(send(get("/01900000-0000-7000-0000-000000000001")).body());

        // Then
        assertEquals("找不到工单 01900000-0000-7000-0000-000000000001。", problem.get("detail").textValue());
    }

    private HttpRequest.Builder get(String rest) {
        return HttpRequest.newBuilder(URI.create(tickets + rest)).header("Authorization", "Bearer " + Tokens.agent());
    }

    private HttpRequest.Builder post(String body) {
        return HttpRequest.newBuilder(tickets).header("Authorization", "Bearer " + Tokens.agent())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(tickets.getHost(), tickets.getPort()); InputStream in = socket.getInputStream()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertEquals(status, answer.statusCode(), () -> answer.request().headers() + " " + answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("none").startsWith("application/problem+json"),
                () -> answer.headers() + answer.body());
        try {
            JsonNode problem = EventJson.mapper().readTree(answer.body());
            assertEquals(status, problem.get("status").intValue());
            assertTrue(problem.get("type").textValue().matches("/problems/[a-z-]+"), answer::body);
            assertFalse(problem.get("type").textValue().endsWith("/" + problem.get("title").textValue()), answer::body);
            assertTrue(problem.get("traceId").textValue().matches("[0-9a-f]{32}"), answer::body);
        } catch (IOException e) {
            throw new AssertionError("no problem: " + answer.body(), e);
        }
    }
}
