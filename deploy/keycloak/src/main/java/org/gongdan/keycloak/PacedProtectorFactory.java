package org.gongdan.keycloak;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.BruteForceProtectorFactory;

/**
 * Takes the place of Keycloak's own detection, in realms where that is switched on. {@code --spi-brute-force-protector--gongdan--free-per-pair}
 * is the number of failures of one name from one address without a wait, 10 when left out. Counted by each Keycloak node for itself.
 */
public final class PacedProtectorFactory implements BruteForceProtectorFactory {

    private static final int FREE_PER_PAIR = 10;
    /** Above Keycloak's own, which says nothing and so has 0. */
    private static final int BEFORE_KEYCLOAKS = 10;

    private SignInPace pace;

    @Override
    public BruteForceProtector create(KeycloakSession session) {
        return new PacedProtector(session, pace);
    }

    @Override
    public void init(Config.Scope config) {
        pace = new SignInPace(config.getInt("freePerPair", FREE_PER_PAIR), System::currentTimeMillis);
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

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS;
    }
}
