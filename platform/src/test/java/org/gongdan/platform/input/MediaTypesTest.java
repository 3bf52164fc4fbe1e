package org.gongdan.platform.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class MediaTypesTest {

    @Test
    void acceptsWhatBrowsersAndClientsSend() {
        for (String accept : List.of("*/*", "application/json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "text/event-stream", "application/signed-exchange;v=b3;q=0.7", "text/*", "")) {
            assertEquals(accept, MediaTypes.accepted(List.of(accept)));
        }
        assertEquals("application/json,text/plain,*/*", MediaTypes.accepted(List.of("application/json, text/plain", "*/*")));
    }

    @Test
    void mediaRangesThatNobodyCanReadCountAsNotSaid() {
        assertEquals("text/html,image/gif,image/jpeg,*/*;q=0.2,*/*;q=0.2",
                MediaTypes.accepted(List.of("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2")));
        assertEquals("application/json", MediaTypes.accepted(List.of("x, application/json")));
        for (String accept : List.of("x", "/", "a/", "/b", "a/b/c", "application/json;q=abc", "application/json;q=1.5",
                "application/json;q", "a b/c", "a/b;=1", "x".repeat(1001))) {
            assertNull(MediaTypes.accepted(List.of(accept)), accept);
        }
    }

    @Test
    void whatHasNoWeightIsNotWanted() {
        assertEquals("text/csv", MediaTypes.accepted(List.of("text/csv, application/json;q=0, */*;q=0.000")));
        assertNull(MediaTypes.accepted(List.of("application/json;q=0")));
        assertEquals("", MediaTypes.accepted(List.of(" , ,")));
    }

    @Test
    void bodiesHaveOneTypeAndAreUtf8() {
        for (String type : List.of("application/json", "application/json; charset=utf-8", "application/json;charset=\"UTF-8\"",
                "text/calendar", "text/calendar; charset=GB18030", "multipart/form-data; boundary=x")) {
            assertTrue(MediaTypes.isBody(List.of(type), true), type);
        }
        for (String type : List.of("x", "", "*/*", "application/*", "application/json;charset=utf-16", "application/json;charset=gbk",
                "application/json;charset", "a/b;c;d")) {
            assertFalse(MediaTypes.isBody(List.of(type), true), type);
        }
        assertFalse(MediaTypes.isBody(List.of("application/json", "application/json"), true));
        assertFalse(MediaTypes.isBody(List.of(), true));
        assertTrue(MediaTypes.isBody(List.of(), false));
    }
}
