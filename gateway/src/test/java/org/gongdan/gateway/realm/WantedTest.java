package org.gongdan.gateway.realm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.JsonObject;

class WantedTest {

    private static final JsonObject KNOWN = new JsonObject("""
            {"name": "a", "life": 300, "list": ["x", "y"], "attributes": {"one": "1", "two": "2"}, "password": "**********"}""");

    @Test
    void whatIsThereBesidesIsNoDifference() {
        assertTrue(Wanted.met(new JsonObject("{\"list\": [\"y\"], \"attributes\": {\"two\": 2}, \"password\": \"p\"}"), KNOWN));
        assertFalse(Wanted.met(new JsonObject("{\"life\": 600}"), KNOWN));
        assertFalse(Wanted.met(new JsonObject("{\"list\": [\"z\"]}"), KNOWN));
        assertFalse(Wanted.met(new JsonObject("{\"attributes\": {\"three\": \"3\"}}"), KNOWN));
    }

    @Test
    void whatIsThereBesidesStays() {
        // When
        var merged = Wanted.merged(KNOWN, new JsonObject("{\"life\": 600, \"attributes\": {\"two\": \"22\"}}"));
        // Then
        assertEquals(600, merged.getInteger("life"));
        assertEquals("1", merged.getJsonObject("attributes").getString("one"));
        assertEquals("22", merged.getJsonObject("attributes").getString("two"));
        assertEquals("a", merged.getString("name"));
    }
}
