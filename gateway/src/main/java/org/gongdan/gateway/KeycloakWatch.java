package org.gongdan.gateway;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Asks Keycloak every two seconds what has happened to accounts, roles and sessions (ADR 020). Keycloak keeps its events, so after an outage
 * of either side nothing is missing; what is older than a token lives is of no interest any more.
 */
@ApplicationScoped
class KeycloakWatch {

    private static final Logger LOG = Logger.getLogger(KeycloakWatch.class);
    /** An event bears the time of its making and is seen only after its transaction: so far back each question reaches. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final SessionNews news;
    private final KeycloakEvents keycloak;
    private final Duration every;
    private final Duration tokenLife;
    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("keycloak-watch").daemon().factory());
    private Instant newestUser = Instant.EPOCH;
    private Instant newestAdministrator = Instant.EPOCH;
    private volatile long heard = System.nanoTime();
    private boolean away;

    KeycloakWatch(SessionNews news, GatewayConfig config, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "gongdan.session.token-life") Duration tokenLife, MeterRegistry meters) {
        this.news = news;
        this.tokenLife = tokenLife;
        every = config.sessions().every();
        keycloak = new KeycloakEvents(realm, config.sessions());
        Gauge.builder("session.keycloak.silence", () -> (System.nanoTime() - heard) / 1e9).baseUnit("seconds")
                .description("Time since Keycloak last told its events").register(meters);
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        thread.shutdownNow();
        keycloak.close();
    }

    private void look() {
        try {
            var oldest = Instant.now().minus(tokenLife);
            for (var event : keycloak.ofUsers(KeycloakReading.USER_TYPES, later(oldest, newestUser.minus(OVERLAP)))) {
                KeycloakReading.ofUser(event).ifPresent(news::tell);
                newestUser = later(newestUser, KeycloakReading.time(event));
            }
            for (var event : keycloak.ofAdministrators(later(oldest, newestAdministrator.minus(OVERLAP)))) {
                KeycloakReading.ofAdministrator(event).ifPresent(news::tell);
                newestAdministrator = later(newestAdministrator, KeycloakReading.time(event));
            }
            heard = System.nanoTime();
            if (away) {
                LOG.info("Keycloak tells its events again");
                away = false;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            if (!away) {
                LOG.warnf("Keycloak does not tell its events, ended sessions are learned of late: %s", failure);
                away = true;
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
