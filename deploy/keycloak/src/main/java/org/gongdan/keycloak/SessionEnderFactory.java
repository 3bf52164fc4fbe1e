package org.gongdan.keycloak;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Works in realms that name {@code gongdan-sessions} among their event listeners. */
public final class SessionEnderFactory implements EventListenerProviderFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new SessionEnder(session);
    }

    @Override
    public void init(Config.Scope config) {
        // No settings.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to do when all providers are there.
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    @Override
    public String getId() {
        return "gongdan-sessions";
    }
}
