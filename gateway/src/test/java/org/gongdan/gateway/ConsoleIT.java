package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithStubs
class ConsoleIT {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/desk", "/tickets/0190a000", "/sign/some-token"})
    void everyBrowserAddressShowsTheConsoleFresh(String path) {
        // When
        var answer = Client.anonymous().get(path, "Accept", "text/html,*/*");
        // Then
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("id=\"root\""));
        assertEquals("no-cache", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(1, answer.headers().allValues("Content-Security-Policy").size());
    }

    /** Links are rights: what is asked by them tells their address to nobody, and neither does a refusal. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/signatures/some-token", "/api/answers/some-token", "/api/answers/some-token/confirm",
            "/sign/some-token", "/answer/some-token"})
    void addressesThatAreRightsAreToldToNobody(String path) {
        assertEquals("no-referrer",
                Client.anonymous().get(path, "Accept", "text/html,*/*").headers().firstValue("Referrer-Policy").orElseThrow());
        assertEquals("same-origin",
                Client.anonymous().get("/tickets", "Accept", "text/html").headers().firstValue("Referrer-Policy").orElseThrow());
    }

    @Test
    void hashedFilesAreKeptForAYearAndCompressed() {
        // When
        var answer = Client.anonymous().get("/assets/app-3f9a.js", "Accept-Encoding", "gzip");
        // Then
        assertEquals("public, max-age=31536000, immutable", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip, deflate, br, zstd | br   | .br
            gzip;q=1.0, br;q=0      | gzip | .gz
            gzip                    | gzip | .gz""")
    void packedFilesAreGivenAsTheyWerePacked(String accepted, String encoding, String ending) throws Exception {
        // When
        var answer = Client.bytes("/assets/packed-11aa.js", "Accept-Encoding", accepted);
        // Then
        try (var file = getClass().getResourceAsStream("/META-INF/resources/assets/packed-11aa.js" + ending)) {
            assertArrayEquals(file.readAllBytes(), answer.body());
        }
        assertEquals(encoding, answer.headers().firstValue("Content-Encoding").orElseThrow());
        assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("text/javascript"));
        assertEquals("accept-encoding", answer.headers().firstValue("Vary").orElseThrow());
        assertEquals("public, max-age=31536000, immutable", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(1, answer.headers().allValues("Content-Security-Policy").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br;q=0, gzip;q=0"})
    void whoCannotUnpackGetsTheFileItself(String accepted) {
        // When
        var answer = Client.bytes("/assets/packed-11aa.js", "Accept-Encoding", accepted);
        // Then
        assertEquals("export const packed = 'once';\n", new String(answer.body(), StandardCharsets.UTF_8));
    }

    @Test
    void programsGetAProblemWhereBrowsersGetAPage() {
        // When
        var answer = Client.anonymous().get("/desk", "Accept", "application/json");
        // Then
        assertEquals(404, answer.statusCode());
    }

    @Test
    void docsListTheDescriptionsOfAllServices() {
        // When
        var answer = Client.anonymous().get("/docs/", "Accept", "text/html");
        // Then
        assertEquals(200, answer.statusCode());
        for (var service : new String[] {"ticket", "dispatch", "sla", "knowledge", "notification"}) {
            assertTrue(answer.body().contains("/openapi/" + service + "-service"), service);
        }
    }

    @Test
    void readinessIsOnTheManagementPort() {
        // When
        var answer = Client.anonymous().get("http://localhost:" + Client.config("quarkus.management.test-port") + "/q/health/ready");
        // Then
        assertEquals(200, answer.statusCode());
    }
}
