package org.gongdan.notification.webhook;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Makes one try: checks where it leads, connects to the checked address, waits for the first line of the answer. Nothing here blocks, so a
 * thousand silent receivers cost a thousand sockets and no thread.
 */
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final long ANSWER_MILLIS = 15_000;
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int CONNECTIONS = 64;
    private static final Duration LONGEST_WISH = Duration.ofHours(24);

    private final LookUps lookUps;
    private final Vertx vertx;
    private final Clock clock;
    private final HttpClient client;

    Courier(LookUps lookUps, Vertx vertx, Clock clock) {
        this.lookUps = lookUps;
        this.vertx = vertx;
        this.clock = clock;
        this.client = vertx
                .createHttpClient(new HttpClientOptions().setKeepAlive(false).setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(CONNECTIONS)
                        .setDecompressionSupported(false));
    }

    /** Never fails and never blocks: what went wrong is the outcome. */
    CompletionStage<Outcome> carry(Parcel parcel) {
        return lookUps.target(parcel.url()).thenCompose(target -> post(parcel, target)).exceptionally(failure -> {
            LOG.debugf("webhook %s was not reached: %s", parcel.webhookId(), failure);
            return Outcome.failed(Outcome.UNREACHABLE);
        });
    }

    private CompletionStage<Outcome> post(Parcel parcel, Target target) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        client.request(options(parcel, target)).onFailure(outcome::completeExceptionally).onSuccess(request -> {
            Handler<Throwable> silence = ignored -> outcome.complete(Outcome.failed(Outcome.NO_ANSWER));
            long alarm = vertx.setTimer(ANSWER_MILLIS, ignored -> {
                silence.handle(null);
                request.reset();
                request.connection().close();
            });
            request.exceptionHandler(silence);
            request.send(parcel.body()).onFailure(silence)
                    .onSuccess(response -> {
                        outcome.complete(new Outcome(response.statusCode(), retryAfter(response), null));
                        discard(request, response, alarm);
                    });
        });
        return outcome;
    }

    private RequestOptions options(Parcel parcel, Target target) {
        String id = parcel.eventId().toString();
        long timestamp = clock.instant().getEpochSecond();
        return new RequestOptions().setMethod(HttpMethod.POST).setFollowRedirects(false)
                .setServer(SocketAddress.inetSocketAddress(target.port(), target.address().getHostAddress()))
                .setHost(target.host()).setPort(target.port()).setSsl(target.tls()).setURI(target.path())
                .putHeader("content-type", "application/cloudevents+json; charset=UTF-8")
                .putHeader("user-agent", "Gongdan-Webhook/1")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", Signature.of(parcel.secret(), id, timestamp, parcel.body()));
    }

    /** What the receiver says beyond the status interests nobody; a little of it is read, out of politeness. */
    private void discard(HttpClientRequest request, HttpClientResponse response, long alarm) {
        int[] read = {0};
        response.exceptionHandler(ignored -> vertx.cancelTimer(alarm));
        response.endHandler(ignored -> vertx.cancelTimer(alarm));
        response.handler(buffer -> {
            read[0] += buffer.length();
            if (read[0] > LARGEST_ANSWER) {
                request.connection().close();
            }
        });
    }

    private Duration retryAfter(HttpClientResponse response) {
        String wish = response.getHeader("Retry-After");
        boolean heard = response.statusCode() == 429 || response.statusCode() == 503;
        if (wish == null || !heard) {
            return null;
        }
        try {
            Duration pause = wish.strip().matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(wish.strip()))
                    : Duration.between(clock.instant(),
                            ZonedDateTime.parse(wish.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return pause.isNegative() ? null : pause.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : pause;
        } catch (DateTimeException nonsense) {
            return null;
        }
    }
}
