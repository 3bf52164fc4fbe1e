package org.gongdan.notification.live;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.gongdan.platform.security.Caller;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** Who looks on at the moment, and what has happened since each was told. */
@ApplicationScoped
class Screens {

    /** Several events follow each command within this time, and other services apply them: one message tells of all. */
    private static final Duration SETTLE = Duration.ofMillis(250);

    private final Set<Screen> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("live-screens").daemon().factory());

    private record Screen(Caller caller, Pending pending, MultiEmitter<? super Integer> wakes) {

        boolean mayKnow(Happening happening) {
            return caller.isStaff() || happening.customer() != null && caller.maySee(happening.customer());
        }
    }

    /**
     * What happens from now on, told in portions; the first says that whatever was shown before may be old.
     *
     * @param opened run once the screen is among those that are told: whoever reads for them must not find none
     */
    Multi<Change> of(Caller caller, Runnable opened) {
        Pending pending = new Pending(caller.isStaff());
        pending.missed();
        Multi<Integer> wakes = Multi.createFrom().emitter(emitter -> {
            Screen screen = new Screen(caller, pending, emitter);
            open.add(screen);
            emitter.onTermination(() -> open.remove(screen));
            opened.run();
        }, BackPressureStrategy.LATEST);
        return wakes.onItem().transformToIterable(wake -> Stream.ofNullable(pending.take()).toList());
    }

    boolean none() {
        return open.isEmpty();
    }

    void heard(Happening happening) {
        boolean any = false;
        for (Screen screen : open) {
            if (screen.mayKnow(happening)) {
                screen.pending().add(happening);
                any = true;
            }
        }
        if (any) {
            wakeSoon();
        }
    }

    /** Whatever happened up to now may have been missed. */
    void missed() {
        open.forEach(screen -> screen.pending().missed());
        wakeSoon();
    }

    void wakeSoon() {
        if (due.compareAndSet(false, true)) {
            thread.schedule(this::wake, SETTLE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void wake() {
        due.set(false);
        open.forEach(screen -> screen.wakes().emit(1));
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.shutdownNow();
    }
}
