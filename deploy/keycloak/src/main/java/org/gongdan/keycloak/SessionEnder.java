package org.gongdan.keycloak;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.keycloak.common.util.Time;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Ends a person's sessions in Keycloak when an administrator gives him a new password or disables him: Keycloak by itself lets a session live
 * on, and whoever holds it gets new tokens. In the transaction of the change.
 */
final class SessionEnder implements EventListenerProvider {

    private static final Pattern USER = Pattern.compile("^users/([^/]+)(/reset-password)?$");

    private final KeycloakSession session;

    SessionEnder(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        // What people do themselves asks them whether other devices shall be signed out.
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        Matcher path = USER.matcher(String.valueOf(event.getResourcePath()));
        if (event.getResourceType() != ResourceType.USER || event.getError() != null || !path.matches()) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        UserModel user = session.users().getUserById(realm, path.group(1));
        boolean password = event.getOperationType() == OperationType.ACTION && path.group(2) != null;
        boolean disabled = event.getOperationType() == OperationType.UPDATE && user != null && !user.isEnabled();
        if (user != null && (password || disabled)) {
            session.users().setNotBeforeForUser(realm, user, Math.toIntExact(Time.currentTimeSeconds()));
            session.sessions().removeUserSessions(realm, user);
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
