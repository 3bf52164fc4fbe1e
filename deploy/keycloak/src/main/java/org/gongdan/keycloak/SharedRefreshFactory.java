package org.gongdan.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.RefreshTokenGrantTypeFactory;

/** Takes the place of Keycloak's own refresh, by its name; for clients without {@link SharedRefresh#SECONDS} nothing changes. */
public final class SharedRefreshFactory extends RefreshTokenGrantTypeFactory {

    /** Above Keycloak's own, which says nothing and so has 0. */
    private static final int BEFORE_KEYCLOAKS = 10;

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new SharedRefresh();
    }

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS;
    }
}
