package org.gongdan.keycloak;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;

import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.DefaultBruteForceProtector;

/** Keycloak's brute force detection by name and address ({@link SignInPace}) instead of by name. */
final class PacedProtector extends DefaultBruteForceProtector {

    private static final Logger LOG = Logger.getLogger(PacedProtector.class);

    private final SignInPace pace;

    PacedProtector(KeycloakSession session, SignInPace pace) {
        super(session.getKeycloakSessionFactory());
        this.pace = pace;
    }

    @Override
    public void failedLogin(RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, Set<String> categories) {
        if (categories == null || !Collections.disjoint(ALLOWED_AUTHENTICATION_CATEGORIES, categories)) {
            String address = address(connection);
            if (pace.failed(user.getId(), address)) {
                LOG.warnf("realm=%s userId=%s ipAddress=%s: too many failed sign-ins, the next must wait", realm.getName(), user.getId(),
                        address);
            }
        }
    }

    @Override
    public void successfulLogin(RealmModel realm, UserModel user, ClientConnection connection, UriInfo uri, Set<String> categories) {
        if (categories != null && !Collections.disjoint(ALLOWED_AUTHENTICATION_CATEGORIES, categories)) {
            pace.succeeded(user.getId(), address(connection));
        }
    }

    @Override
    public boolean isTemporarilyDisabled(KeycloakSession session, RealmModel realm, UserModel user) {
        return pace.waits(user.getId(), address(session.getContext().getConnection()));
    }

    /** One IPv6 customer owns at least a /64, so single addresses would be no limit at all. */
    private static String address(ClientConnection connection) {
        String address = connection == null ? null : connection.getRemoteAddr();
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six ? Arrays.toString(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
