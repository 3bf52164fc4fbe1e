package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.CharsetUtil;
import io.vertx.core.http.HttpServerOptions;

class StrictDecoderTest {

    private final StrictDecoder decoder = new StrictDecoder(new HttpServerOptions(), 100);
    private final EmbeddedChannel channel = new EmbeddedChannel(decoder);

    @Test
    void headIsReadHoweverItIsCutIntoPieces() {
        // When
        for (var character : "\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\n".toCharArray()) {
            send(String.valueOf(character));
        }
        // Then
        assertEquals("/a", assertInstanceOf(HttpRequest.class, channel.readInbound()).uri());
        assertInstanceOf(LastHttpContent.class, channel.readInbound());
        assertEquals(0, decoder.begun());
    }

    @Test
    void nextRequestWaitsForTheAnswer() {
        // Given
        decoder.answering(true);
        send("GET /b HTTP/1.1\r\nHost: x\r\n\r\n");
        assertNull(channel.readInbound());
        // When
        decoder.answering(false);
        channel.writeInbound(Unpooled.EMPTY_BUFFER);
        // Then
        assertEquals("/b", assertInstanceOf(HttpRequest.class, channel.readInbound()).uri());
    }

    @Test
    void moreAheadThanIsReasonableEndsTheConnection() {
        // Given
        decoder.answering(true);
        // When
        send("GET /b HTTP/1.1\r\nHost: x\r\n\r\n".repeat(5_000));
        // Then
        assertTrue(!channel.isOpen());
    }

    @Test
    void wrongByteIsRefusedBeforeTheHeadIsComplete() {
        // When
        send("GET / HTTP/1.1\n");
        // Then
        assertEquals(Problem.MALFORMED_REQUEST, assertInstanceOf(StrictDecoder.Refused.class, channel.readInbound()).problem());
    }

    @Test
    void nothingIsReadAfterARefusal() {
        // When
        send("GET /% HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n");
        // Then
        assertInstanceOf(StrictDecoder.Refused.class, channel.readInbound());
        assertNull(channel.readInbound());
    }

    /** Whatever bytes come: a refusal or a request, never an exception and never two refusals. */
    @Test
    void noiseNeverThrows() {
        // Given
        var random = new Random(20261126);
        for (var round = 0; round < 2_000; round++) {
            var noisy = new EmbeddedChannel(new StrictDecoder(new HttpServerOptions(), 100));
            var bytes = "GET /a?b=%41 HTTP/1.1\r\nHost: x\r\nA: b\r\nContent-Length: 2\r\n\r\n{}".getBytes(CharsetUtil.US_ASCII);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            // When
            noisy.writeInbound(Unpooled.wrappedBuffer(bytes));
            // Then
            var refusals = noisy.inboundMessages().stream().filter(StrictDecoder.Refused.class::isInstance).count();
            assertTrue(refusals <= 1);
            noisy.finishAndReleaseAll();
        }
    }

    private void send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, CharsetUtil.ISO_8859_1));
    }
}
