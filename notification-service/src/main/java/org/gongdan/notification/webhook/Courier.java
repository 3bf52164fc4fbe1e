package org.gongdan.notification.webhook;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Makes one try: checks where it leads, connects to the checked address, waits for the first line of the answer. Nothing here blocks but
 * the look-up of the host, which has threads of its own; so a thousand silent receivers cost a thousand sockets and no thread.
 */
@ApplicationScoped
class Courier {

    private static final Duration LOOK_UP_LIMIT = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 5_000;
    private static final long ANSWER_MILLIS = 15_000;
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int LOOK_UPS = 64;
    private static final Duration LONGEST_WISH = Duration.ofHours(24);

    private final TargetGuard guard;
    private final Vertx vertx;
    private final Clock clock;
    private final HttpClient client;
    private final ExecutorService lookUps;

    Courier(TargetGuard guard, Vertx vertx, Clock clock) {
        this.guard = guard;
        this.vertx = vertx;
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false).setConnectTimeout(CONNECT_MILLIS).setMaxPoolSize(LOOK_UPS)
                .setTryUseCompression(false));
        this.lookUps = new ThreadPoolExecutor(0, LOOK_UPS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
                work -> Thread.ofPlatform().daemon().name("webhook-look-up").unstarted(work));
    }

    /** Never fails and never blocks: what went wrong is the outcome. */
    CompletionStage<Outcome> carry(Parcel parcel) {
        try {
            return CompletableFuture.supplyAsync(() -> guard.check(parcel.url()), lookUps)
                    .orTimeout(LOOK_UP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .thenCompose(target -> post(parcel, target))
                    .exceptionally(failure -> Outcome.failed(reason(failure)));
        } catch (RuntimeException busy) {
            return CompletableFuture.completedFuture(Outcome.failed("too many look-ups at once"));
        }
    }

    private CompletionStage<Outcome> post(Parcel parcel, Target target) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        client.request(options(parcel, target)).onFailure(outcome::completeExceptionally).onSuccess(request -> {
            long alarm = vertx.setTimer(ANSWER_MILLIS, ignored -> {
                outcome.completeExceptionally(new TimeoutException());
                request.reset();
                request.connection().close();
            });
            request.exceptionHandler(outcome::completeExceptionally);
            request.send(parcel.body()).onFailure(outcome::completeExceptionally)
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
                    : Duration.between(clock.instant(), ZonedDateTime.parse(wish.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return pause.isNegative() ? null : pause.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : pause;
        } catch (DateTimeException nonsense) {
            return null;
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case DomainException refused -> refused.code();
            case TimeoutException timeout -> "timeout";
            default -> cause.getClass().getSimpleName();
        };
    }
}
