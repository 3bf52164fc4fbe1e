package org.gongdan.gateway;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.gongdan.platform.session.SessionEvent;
import org.gongdan.platform.session.SessionEvent.AccessChanged;
import org.gongdan.platform.session.SessionEvent.SessionEnded;

import io.vertx.core.json.JsonObject;

/** What an event of Keycloak means for tokens that are under way. */
final class KeycloakReading {

    private static final Set<String> SESSION_ENDS = Set.of("LOGOUT", "USER_SESSION_DELETED");

    /** What users do themselves and what ends tokens. */
    static final Set<String> USER_TYPES = Set.of("LOGOUT", "UPDATE_PASSWORD", "RESET_PASSWORD", "UPDATE_CREDENTIAL", "REMOVE_CREDENTIAL",
            "REMOVE_TOTP",
            "DELETE_ACCOUNT", "USER_DISABLED_BY_PERMANENT_LOCKOUT", "REVOKE_GRANT", "USER_SESSION_DELETED", "REMOVE_FEDERATED_IDENTITY");

    /**
     * What administrators change without taking anything from anybody's token. Of everything else, also of what Keycloak does not know
     * yet, we believe the worst.
     */
    private static final Set<String> NOT_IN_TOKENS = Set.of("AUTH_FLOW", "AUTH_EXECUTION_FLOW", "AUTH_EXECUTION", "AUTHENTICATOR_CONFIG",
            "REQUIRED_ACTION",
            "REQUIRED_ACTION_CONFIG", "USER_LOGIN_FAILURE", "CLIENT_INITIAL_ACCESS_MODEL", "CLUSTER_NODE", "USER_PROFILE");

    /** Of these a new one takes nothing from anybody. */
    private static final Set<String> HARMLESS_WHEN_NEW = Set.of("USER", "REALM_ROLE", "CLIENT_ROLE", "GROUP", "ORGANIZATION", "CLIENT",
            "CLIENT_SCOPE", "REALM",
            "ORGANIZATION_MEMBERSHIP", "ORGANIZATION_GROUP", "IDENTITY_PROVIDER", "IDENTITY_PROVIDER_MAPPER");

    private static final Pattern USER = Pattern.compile("(?:^|/)(?:users|members)/([^/]+)");
    private static final Pattern SESSION = Pattern.compile("^sessions/([^/]+)");

    private KeycloakReading() {}

    static Instant time(JsonObject event) {
        return Instant.ofEpochMilli(event.getLong("time"));
    }

    static Optional<SessionEvent> ofUser(JsonObject event) {
        if (SESSION_ENDS.contains(event.getString("type")) && event.getString("sessionId") != null) {
            return Optional.of(new SessionEnded(event.getString("sessionId"), time(event)));
        }
        return Optional.ofNullable(event.getString("userId")).map(user -> new AccessChanged(user, time(event)));
    }

    /** A change that names nobody, such as a role taken from a group, may concern everybody: then everybody's tokens are renewed. */
    static Optional<SessionEvent> ofAdministrator(JsonObject event) {
        var path = event.getString("resourcePath", "");
        if (event.getString("error") != null || harmless(event, path)) {
            return Optional.empty();
        }
        var session = SESSION.matcher(path);
        if (session.find()) {
            return Optional.of(new SessionEnded(session.group(1), time(event)));
        }
        var user = USER.matcher(path);
        return Optional.of(new AccessChanged(user.find() ? user.group(1) : null, time(event)));
    }

    /** Not so the role that becomes part of another one: that is told as a new one as well. */
    private static boolean harmless(JsonObject event, String path) {
        if (NOT_IN_TOKENS.contains(event.getString("resourceType"))) {
            return true;
        }
        return "CREATE".equals(event.getString("operationType")) && HARMLESS_WHEN_NEW.contains(event.getString("resourceType"))
                && !path.endsWith("/composites");
    }
}
