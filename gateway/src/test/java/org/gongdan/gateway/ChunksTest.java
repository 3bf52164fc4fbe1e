package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.netty.buffer.Unpooled;

class ChunksTest {

    private final Chunks chunks = new Chunks();

    @ParameterizedTest
    @ValueSource(strings = {"0\r\n\r\n", "2\r\n{}\r\n0\r\n\r\n", "A\r\n0123456789\r\na\r\n\r\n\r\n\r\n\r\n\r\n\r\n00\r\n\r\n",
            "2;a=\"b c\"\r\n{}\r\n0;x\r\n\r\n",
            "0\r\nX-Checksum: 1\r\nB:\r\n\r\n"})
    void aBodyByTheLetterIsReadToItsEndAndNoFurther(String body) {
        // When
        var end = chunks.read(Unpooled.copiedBuffer(body + "GET / HTTP/1.1\r\n", StandardCharsets.ISO_8859_1), 0);
        // Then
        assertEquals(body.length(), end);
        assertTrue(chunks.ended());
    }

    @Test
    void aBodyIsReadHoweverItIsCutIntoPieces() {
        // Given
        var body = "2;a\r\n{}\r\n0\r\nA: b\r\n\r\n";
        // When
        for (var at = 0; at < body.length(); at++) {
            assertFalse(chunks.ended());
            assertEquals(1, chunks.read(Unpooled.copiedBuffer(body.substring(at, at + 1), StandardCharsets.ISO_8859_1), 0));
        }
        // Then
        assertTrue(chunks.ended());
    }

    @ParameterizedTest
    @MethodSource("org.gongdan.gateway.Malformed#bodies")
    void whatTwoReadersCouldReadDifferentlyIsRefused(String body) {
        // When
        var end = chunks.read(Unpooled.copiedBuffer(body, StandardCharsets.ISO_8859_1), 0);
        // Then
        assertEquals(-1, end);
    }
}
