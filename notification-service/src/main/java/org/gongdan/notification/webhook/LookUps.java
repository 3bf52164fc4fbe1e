package org.gongdan.notification.webhook;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.problem.DomainException.InvalidInput;

/**
 * Looks up where webhooks lead, on threads of its own. Who names hosts must not learn what our DNS knows: a refusal is always the same and
 * always takes the whole limit, whether the host is unknown, hidden from the internet or too slow to be found.
 */
@ApplicationScoped
class LookUps {

    private static final int AT_ONCE = 64;

    private final TargetGuard guard;
    private final Duration limit;
    private final ExecutorService threads;

    LookUps(TargetGuard guard, @ConfigProperty(name = "gongdan.webhook.look-up-limit") Duration limit) {
        this.guard = guard;
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(0, AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(),
                work -> Thread.ofPlatform().daemon().name("webhook-look-up").unstarted(work));
    }

    /** Never blocks. Fails with {@link InvalidInput} at once when it is no URL we could use, and with {@link TargetGuard#refusal} at the limit. */
    CompletionStage<Target> target(String url) {
        long started = System.nanoTime();
        CompletableFuture<Target> answer = new CompletableFuture<>();
        looked(url).whenComplete((target, failure) -> {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            switch (cause) {
                case null -> answer.complete(target);
                case InvalidInput noUrl -> answer.completeExceptionally(noUrl);
                default -> CompletableFuture.delayedExecutor(limit.toNanos() - (System.nanoTime() - started), TimeUnit.NANOSECONDS)
                        .execute(() -> answer.completeExceptionally(TargetGuard.refusal()));
            }
        });
        return answer;
    }

    /** Too many at once are refused as well: to wait for a thread would say how long the others take. */
    private CompletableFuture<Target> looked(String url) {
        try {
            return CompletableFuture.supplyAsync(() -> guard.check(url), threads).orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RuntimeException busy) {
            return CompletableFuture.failedFuture(busy);
        }
    }
}
