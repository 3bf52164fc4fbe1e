package org.gongdan.gateway;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.process.Secret;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;

/**
 * What all replicas must know alike, and nobody else. Without the first two each process would make its own: a sign-in that Keycloak sends back to another
 * replica would fail, and sessions would end with the process.
 */
@ApplicationScoped
class Secrets {

    private static final int SHORTEST = 32;

    private final List<Secret> secrets;

    Secrets(@ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret") Optional<String> session,
            @ConfigProperty(name = "quarkus.oidc.authentication.state-secret") Optional<String> signIn,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") Optional<String> client,
            @ConfigProperty(name = "gongdan.gateway.sessions.client-secret") Optional<String> sessions) {
        secrets = List.of(new Secret("SESSION_ENCRYPTION_SECRET", session.orElse(""), SHORTEST, null),
                new Secret("SIGN_IN_SECRET", signIn.orElse(""), SHORTEST, null),
                new Secret("OIDC_CLIENT_SECRET", client.orElse(""), 1, "gongdan-console-secret"),
                new Secret("SESSIONS_CLIENT_SECRET", sessions.orElse(""), 1, "gongdan-sessions-secret"));
    }

    void check(@Observes @Priority(1) StartupEvent startup) {
        Secret.check(ConfigUtils.getProfiles(), secrets);
    }
}
