package org.gongdan.platform.input;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final Parameters PARAMETERS = Parameters.of(method());

    static class Page {
        @QueryParam("cursor")
        String cursor;
    }

    static class Asked extends Page {
        @QueryParam("from")
        Instant from;
    }

    static class Resource {
        public void list(@QueryParam("limit") int limit, @QueryParam("customerId") UUID customer, @QueryParam("mine") boolean mine,
                @QueryParam("day") LocalDate day,
                @QueryParam("state") List<Thread.State> states, @QueryParam("query") String query, @BeanParam Asked asked,
                @HeaderParam("Last-Event-ID") Long after, @HeaderParam("If-Match") String version,
                @HeaderParam("User-Agent") String browser, String body) {
        }
    }

    @Test
    void knowsWhatTheMethodTakesAlsoFromItsBeans() {
        assertEquals(java.util.Set.of("limit", "customerId", "mine", "day", "state", "query", "from", "cursor"),
                PARAMETERS.query().keySet());
        assertEquals(java.util.Set.of("Last-Event-ID", "If-Match", "Idempotency-Key"), PARAMETERS.headers().keySet());
    }

    @Test
    void takesWhatFits() {
        assertDoesNotThrow(() -> PARAMETERS.checkQuery(
                Map.of("limit", List.of("20"), "mine", List.of("true"), "state", List.of("NEW", "BLOCKED"), "query", List.of("收银机"),
                        "day", List.of("2026-11-20"), "from", List.of("2026-11-20T00:00:00Z"), "customerId",
                        List.of("01900000-0000-7000-0000-000000000001"))));
    }

    @Test
    void whatIsSearchedForMayBeNothingYet() {
        assertDoesNotThrow(() -> PARAMETERS.checkQuery(Map.of("query", List.of(""))));
    }

    @Test
    void namesWhatIsUnknownRepeatedOrMalformed() {
        refused("parameter-unknown", "month", "2025-01");
        refused("parameter-unknown", "Limit", "1");
        refused("parameter-twice", "limit", "1", "2");
        refused("number-malformed", "limit", "abc");
        refused("parameter-empty", "limit", "");
        refused("parameter-empty", "cursor", "");
        refused("parameter-empty", "customerId", "\u3000");
        refused("number-out-of-range", "limit", "99999999999");
        refused("id-malformed", "customerId", "abc");
        refused("boolean-malformed", "mine", "abc");
        refused("date-malformed", "day", "abc");
        refused("time-out-of-range", "from", "9999-01-01T00:00:00Z");
        refused("choice-unknown", "state", "NEW", "nonsense");
        refused("text-unfit", "query", "a\u0000b");
        refused("text-unfit", "query", "a\uD800");
    }

    @Test
    void headersAreThereOnceAndSaySomething() {
        assertDoesNotThrow(() -> PARAMETERS
                .checkHeaders(Map.of("Idempotency-Key", List.of("k"), "If-Match", List.of("\"1\""), "Accept", List.of("a", "b"))));
        for (String name : List.of("Idempotency-Key", "If-Match", "Last-Event-ID")) {
            assertEquals("header-twice",
                    assertThrows(InvalidInput.class, () -> PARAMETERS.checkHeaders(Map.of(name, List.of("1", "1")))).code(), name);
            assertEquals("header-empty", assertThrows(InvalidInput.class, () -> PARAMETERS.checkHeaders(Map.of(name, List.of(" ")))).code(),
                    name);
        }
    }

    private static void refused(String code, String name, String... values) {
        // When
        InvalidInput refusal = assertThrows(InvalidInput.class, () -> PARAMETERS.checkQuery(Map.of(name, List.of(values))), name);

        // Then
        assertEquals(name, refusal.field());
        assertEquals(code, refusal.code());
    }

    private static Method method() {
        return Resource.class.getDeclaredMethods()[0];
    }
}
