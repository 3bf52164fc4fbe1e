package org.gongdan.platform.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What this process knows of ended sessions and changed access. Bounded: ended sessions are remembered as long as a session may last,
 * changed access as long as a token lives, for an older token has expired by itself.
 */
@ApplicationScoped
public class SessionList {

    /** Some 200 bytes each. Somebody who signs in and out to fill the list is held up by Keycloak's password check long before. */
    private static final int REMEMBERED = 100_000;

    /** What the list says of a token. */
    public enum Standing {
        /** Nothing is known against it. */
        GOOD,
        /** A newer token of the same session is needed, if Keycloak still gives one. */
        STALE,
        /** Its session is over. */
        ENDED
    }

    private final Cache<String, Instant> sessions;
    private final Cache<String, Instant> subjects;
    private final AtomicReference<Instant> everybody = new AtomicReference<>(Instant.EPOCH);
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    SessionList(@ConfigProperty(name = "gongdan.session.life") Duration sessionLife,
            @ConfigProperty(name = "gongdan.session.token-life") Duration tokenLife) {
        sessions = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(sessionLife).build();
        subjects = Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(tokenLife).build();
    }

    /** Returns false when nothing new was said; the later of two times holds. */
    public boolean add(SessionEvent event) {
        boolean news = switch (event) {
            case SessionEvent.SessionEnded ended -> later(sessions, ended.sessionId(), ended.at());
            case SessionEvent.AccessChanged changed when changed.subject() != null -> later(subjects, changed.subject(), changed.at());
            case SessionEvent.AccessChanged changed ->
                everybody.getAndUpdate(known -> known.isBefore(changed.at()) ? changed.at() : known).isBefore(changed.at());
        };
        if (news) {
            watchers.forEach(Runnable::run);
        }
        return news;
    }

    private static boolean later(Cache<String, Instant> cache, String key, Instant at) {
        AtomicBoolean news = new AtomicBoolean();
        cache.asMap().compute(key, (ignored, known) -> {
            news.set(known == null || known.isBefore(at));
            return news.get() ? at : known;
        });
        return news.get();
    }

    /**
     * @param session {@code sid}, null for tokens without a session
     * @param subject {@code sub}
     * @param issued  {@code iat}, in whole seconds: a token of the very second of a change is taken for an older one
     */
    public Standing of(String session, String subject, Instant issued) {
        if (session != null && issuedBefore(sessions.getIfPresent(session), issued)) {
            return Standing.ENDED;
        }
        boolean stale = issuedBefore(everybody.get(), issued) || subject != null && issuedBefore(subjects.getIfPresent(subject), issued);
        return stale ? Standing.STALE : Standing.GOOD;
    }

    private static boolean issuedBefore(Instant moment, Instant issued) {
        return moment != null && !issued.isAfter(moment);
    }

    /** To be run, quickly, whenever something new is in the list. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }
}
