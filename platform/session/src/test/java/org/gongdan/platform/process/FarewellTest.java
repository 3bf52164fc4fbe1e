package org.gongdan.platform.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

class FarewellTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aConnectionIsKeptUntilTheProcessTakesLeave() throws Exception {
        // Given
        Farewell farewell = new Farewell(Duration.ofHours(1));
        try (Client client = new Client(serving(farewell))) {
            String first = client.ask();
            String second = client.ask();

            // When
            farewell.begin(null);

            // Then
            assertEquals("answer", first);
            assertEquals("answer", second);
            assertEquals("answer close end", client.ask());
        }
    }

    @Test
    void aConnectionThatHasLivedLongIsEndedWithAnAnswer() throws Exception {
        // Given
        try (Client client = new Client(serving(new Farewell(Duration.ZERO)))) {

            // When
            String first = client.ask();

            // Then
            assertEquals("answer", first);
            assertEquals("answer close end", client.ask());
        }
    }

    private int serving(Farewell farewell) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(farewell::pass);
        router.route().handler(call -> call.end("answer"));
        return vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    /** Sends calls over one connection and reads what comes back, to the byte. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader reader;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        /** The body, "close" when the head said so, and "end" when the connection ended after it. */
        String ask() throws IOException {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean close = false;
            for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
                close |= line.equalsIgnoreCase("connection: close");
            }
            char[] body = new char["answer".length()];
            int length = reader.read(body);
            String seen = new String(body, 0, length);
            return close ? seen + " close" + (reader.read() < 0 ? " end" : "") : seen;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
