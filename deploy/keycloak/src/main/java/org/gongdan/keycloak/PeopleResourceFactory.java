package org.gongdan.keycloak;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Gives every realm the paths below {@code gongdan}. */
public final class PeopleResourceFactory implements RealmResourceProviderFactory {

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new PeopleResource(session);
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
        return "gongdan";
    }
}
