package org.gongdan.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MediaType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

    private static final Map<String, List<String>> QUERY = Map.of("workAs", List.of("MONDAY"));
    private static final String FIRST = Fingerprint.of("POST", "/a", QUERY, MediaType.APPLICATION_JSON_TYPE, "\"1\"", "{}");

    static Stream<String> others() {
        return Stream.of(
                Fingerprint.of("PUT", "/a", QUERY, MediaType.APPLICATION_JSON_TYPE, "\"1\"", "{}"),
                Fingerprint.of("POST", "/b", QUERY, MediaType.APPLICATION_JSON_TYPE, "\"1\"", "{}"),
                Fingerprint.of("POST", "/a", Map.of("workAs", List.of("SUNDAY")), MediaType.APPLICATION_JSON_TYPE, "\"1\"", "{}"),
                Fingerprint.of("POST", "/a", Map.of(), MediaType.APPLICATION_JSON_TYPE, "\"1\"", "{}"),
                Fingerprint.of("POST", "/a", Map.of("workAs", List.of("MONDAY", "MONDAY")), MediaType.APPLICATION_JSON_TYPE, "\"1\"", "{}"),
                Fingerprint.of("POST", "/a", Map.of("workAs", List.of("MONDAY"), "open", List.of("")), MediaType.APPLICATION_JSON_TYPE,
                        "\"1\"", "{}"),
                Fingerprint.of("POST", "/a", QUERY, MediaType.valueOf("text/calendar"), "\"1\"", "{}"),
                Fingerprint.of("POST", "/a", QUERY, null, "\"1\"", "{}"),
                Fingerprint.of("POST", "/a", QUERY, MediaType.APPLICATION_JSON_TYPE, "\"2\"", "{}"),
                Fingerprint.of("POST", "/a", QUERY, MediaType.APPLICATION_JSON_TYPE, null, "{}"),
                Fingerprint.of("POST", "/a", QUERY, MediaType.APPLICATION_JSON_TYPE, "\"1\"", "{\"x\":1}"),
                Fingerprint.of("POST", "/a", QUERY, MediaType.APPLICATION_JSON_TYPE, "\"1\"", null));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatDiffersInOnePartIsAnotherRequest(String other) {
        assertNotEquals(FIRST, other);
    }

    @Test
    void theOrderOfParametersAndTheSpellingOfTheTypeDoNotMatter() {
        // Given
        Map<String, List<String>> written = new LinkedHashMap<>();
        written.put("b", List.of("2"));
        written.put("a", List.of("1"));

        // When
        String other = Fingerprint.of("POST", "/a", written, MediaType.valueOf("Application/JSON;charset=UTF-8"), "\"1\"", "{}");

        // Then
        assertEquals(Fingerprint.of("POST", "/a", Map.of("a", List.of("1"), "b", List.of("2")), MediaType.APPLICATION_JSON_TYPE, " \"1\" ",
                "{}"), other);
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertNotEquals(Fingerprint.of("POST", "/a", Map.of("a", List.of("b", "c")), null, null, null),
                Fingerprint.of("POST", "/a", Map.of("a", List.of("b"), "c", List.of()), null, null, null));
    }
}
