package org.gongdan.platform.security;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;

/** Reads the {@link Caller} from the verified token of the current request. */
@ApplicationScoped
public class Callers {

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws UnauthorizedException when the request carries no token */
    public Caller current() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new UnauthorizedException();
        }
        String username = token.getName();
        String name = token.getClaim("name") instanceof String called && !called.isBlank() ? called : username;
        return new Caller(UUID.fromString(token.getSubject()), username, name, identity.getRoles(), customers(token));
    }

    /** The {@code organization} claim is {@code {"alias": {"id": "uuid"}}}; an alias without an id grants nothing. */
    private static Set<UUID> customers(JsonWebToken token) {
        Set<UUID> ids = new HashSet<>();
        if (token.getClaim("organization") instanceof JsonObject organizations) {
            for (JsonValue organization : organizations.values()) {
                if (organization instanceof JsonObject fields && fields.get("id") instanceof JsonString id) {
                    ids.add(UUID.fromString(id.getString()));
                }
            }
        }
        return Set.copyOf(ids);
    }
}
