package org.gongdan.notification.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A customer's system that receives webhooks: a real web server that answers as the test says and keeps what it got. */
final class Receiver implements AutoCloseable {

    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final BiFunction<Integer, Call, Answer> answers;

    record Call(String method, String path, Map<String, String> headers, String body) {

        String id() {
            return headers.get("webhook-id");
        }
    }

    record Answer(int status, Map<String, String> headers, int bytes, boolean silent) {
        static Answer of(int status) {
            return new Answer(status, Map.of(), 0, false);
        }

        static Answer of(int status, String header, String value) {
            return new Answer(status, Map.of(header, value), 0, false);
        }

        static Answer large(int bytes) {
            return new Answer(200, Map.of(), bytes, false);
        }

        static Answer never() {
            return new Answer(0, Map.of(), 0, true);
        }
    }

    /** @param answers answer to the first call (0), the second (1), … */
    Receiver(IntFunction<Answer> answers) {
        this((number, call) -> answers.apply(number));
    }

    Receiver(BiFunction<Integer, Call, Answer> answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hooks?from=gongdan";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        int number;
        synchronized (calls) {
            number = calls.size();
            calls.add(new Call(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(Collectors.toMap(header -> header.getKey().toLowerCase(), header -> header.getValue().getFirst())),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        }
        Answer answer = answers.apply(number, calls.get(number));
        if (answer.silent()) {
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), answer.bytes() == 0 ? -1 : answer.bytes());
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(new byte[answer.bytes()]);
        }
    }

    /** Checks a signature as the receiver's own library would: nothing of the service's code is used. */
    static boolean isSignedWith(String secret, Call call) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        mac.update(call.id().getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) '.');
        mac.update(call.headers().get("webhook-timestamp").getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) '.');
        String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(call.body().getBytes(StandardCharsets.UTF_8)));
        return List.of(call.headers().get("webhook-signature").split(" ")).contains(expected);
    }
}
