package org.gongdan.platform.security;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gongdan.platform.session.SessionList;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Tells when the token of a request ends, by its time or because its session does: for answers that outlive their request, such as event streams. */
@ApplicationScoped
public class TokenEnd {

    private static final long LOOK_SECONDS = 1;

    private final SecurityIdentity identity;
    private final SessionList list;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("token-end").daemon().factory());

    private record Held(String session, String subject, Instant issued, Instant expires, UniEmitter<? super Instant> end) {
    }

    TokenEnd(SecurityIdentity identity, SessionList list) {
        this.identity = identity;
        this.list = list;
        thread.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        // On that thread too, so that nobody who tells news waits for streams to close.
        list.watch(() -> {
            if (!thread.isShutdown()) {
                thread.execute(this::look);
            }
        });
    }

    /** Gives, at most a second late, the moment in which the token of the current request ended. To be called within the request. */
    public Uni<Instant> ofCurrent() {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        Object session = token.getClaim("sid");
        String sessionId = session == null ? null : session.toString();
        String subject = token.getSubject();
        Instant issued = Instant.ofEpochSecond(token.getIssuedAtTime());
        Instant expires = Instant.ofEpochSecond(token.getExpirationTime());
        return Uni.createFrom().emitter(end -> {
            Held mine = new Held(sessionId, subject, issued, expires, end);
            held.add(mine);
            end.onTermination(() -> held.remove(mine));
        });
    }

    private void look() {
        Instant now = Instant.now();
        for (Held one : held) {
            if (!now.isBefore(one.expires()) || list.of(one.session(), one.subject(), one.issued()) != SessionList.Standing.GOOD) {
                held.remove(one);
                one.end().complete(now);
            }
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.shutdownNow();
    }
}
