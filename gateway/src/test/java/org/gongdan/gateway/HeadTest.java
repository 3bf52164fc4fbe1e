package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "GET / HTTP/1.1\r\nHost: localhost:8080\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n",
            "GET /?a=b HTTP/1.1\r\nHost: [::1]:8080\r\nAccept: */*\r\n\r\n",
            "GET /api/tickets?query=%E6%94%B6%E9%93%B6%E6%9C%BA&limit=20 HTTP/1.1\r\nHost: a.example\r\nA:b\r\nC: \t d e \r\nEmpty:\r\n\r\n",
            "POST /api/tickets HTTP/1.1\r\nHost: x\r\ncontent-length: 12\r\n\r\n",
            "POST /api/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\n",
            "GET /api/visits/0190-a_b~c.d/$x:y@z!(1),*+=' HTTP/1.1\r\nHost: x\r\n\r\n"})
    void honestHeadsPass(String text) {
        // When
        var fault = Head.read(text.getBytes(StandardCharsets.ISO_8859_1)).fault(100);
        // Then
        assertEquals(Optional.empty(), fault);
    }

    /** A million of them would take hours if every blank were looked at from each of those before it. */
    @Test
    void valuesFullOfBlanksAreRead() {
        // Given
        var blanks = " ".repeat(1_000_000);
        var bytes = ("GET / HTTP/1.1\r\nHost: x\r\nA: " + blanks + "b" + blanks + "c" + blanks + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        // When
        var value = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Head.read(bytes).value("A"));
        // Then
        assertEquals("b" + blanks + "c", value);
    }

    @Test
    void manyFieldsAreTooMany() {
        // Given
        var text = "GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(10) + "\r\n";
        // When
        var fault = Head.read(text.getBytes(StandardCharsets.ISO_8859_1)).fault(10);
        // Then
        assertEquals(Optional.of(Problem.HEADERS_TOO_LARGE), fault);
    }
}
