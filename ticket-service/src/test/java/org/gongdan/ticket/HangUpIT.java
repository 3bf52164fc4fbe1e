package org.gongdan.ticket;

import static org.awaitility.Awaitility.await;
import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.gongdan.ticket.TicketFixtures.opened;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Clients that go away at any moment must not cost a database connection (quarkus#51576). */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class HangUpIT {

    private static final int CLIENTS = 5_000;

    @TestHTTPResource("/api/tickets")
    URI tickets;

    @Test
    void clientsThatHangUpLeakNoConnection() throws Exception {
        // Given
        Map<String, Object> report = TicketFixtures.aPhoneReport(aCustomer(Tokens.XINGFU));
        byte[] request = request(new ObjectMapper().writeValueAsString(report));
        Random random = new Random(42);

        // When
        try (ExecutorService clients = Executors.newFixedThreadPool(32)) {
            for (int client = 0; client < CLIENTS; client++) {
                long patience = random.nextLong(0, 4_000_000);
                clients.submit(() -> hangUpAfter(request, patience));
            }
        }

        // Then
        await().untilAsserted(() -> assertEquals(0, idleInTransaction()));
        for (int attempt = 0; attempt < 100; attempt++) {
            opened(report, Tokens.agent()).statusCode(201);
        }
        as(Tokens.agent()).get("/api/tickets").then().statusCode(200);
    }

    private byte[] request(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = """
                POST /api/tickets HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Idempotency-Key: %s\r
                Content-Length: %d\r
                \r
                """.formatted(Tokens.agent(), UUID.randomUUID(), bytes.length);
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(headBytes, headBytes.length + bytes.length);
        System.arraycopy(bytes, 0, all, headBytes.length, bytes.length);
        return all;
    }

    private Void hangUpAfter(byte[] request, long nanos) throws IOException {
        try (Socket socket = new Socket(tickets.getHost(), tickets.getPort())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            LockSupport.parkNanos(nanos);
        }
        return null;
    }

    private static int idleInTransaction() throws SQLException, IOException {
        try (Connection connection = PostgresServer.shared().connect(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity where state like 'idle in transaction%'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
