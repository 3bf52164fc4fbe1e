package org.gongdan.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The integrator's side of a webhook: takes what is sent and checks it as Standard Webhooks wants it. */
final class WebhookReceiver implements AutoCloseable {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String SECRET_PREFIX = "whsec_";

    private final HttpServer server;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals;

    /** @param id the same when it is tried again */
    record Delivery(String id, String timestamp, String signatures, String body) {

        /** One of the signatures must fit, as there are two while a secret is exchanged. */
        boolean isSignedWith(String secret) {
            var fits = "v1," + signature(secret, id + "." + timestamp + "." + body);
            var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), Instant.now()).abs();
            return age.compareTo(TOLERANCE) < 0 && Arrays.asList(signatures.split(" ")).contains(fits);
        }

        private static String signature(String secret, String content) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())), "HmacSHA256"));
                return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** @param refusals how many deliveries are answered by 503 before the first is taken */
    WebhookReceiver(int refusals) {
        this.refusals = new AtomicInteger(refusals);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/gongdan", this::take);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/gongdan";
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    Delivery await(String mention) {
        return Patience.one("webhook about " + mention, () -> deliveries, delivery -> delivery.body().contains(mention));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            var taken = refusals.getAndDecrement() <= 0;
            if (taken) {
                deliveries.add(new Delivery(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"), body));
            }
            exchange.sendResponseHeaders(taken ? 204 : 503, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
