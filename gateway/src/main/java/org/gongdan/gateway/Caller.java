package org.gongdan.gateway;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Who calls: the verified access token and what it says. */
record Caller(String token, JsonObject claims) {

    private static final Set<String> ROLES = Set.of("customer", "agent", "engineer", "presales", "supervisor", "manager", "admin",
            "integration");

    private static final Set<String> STAFF = Set.of("agent", "engineer", "presales", "supervisor", "manager", "admin");

    static Caller of(SecurityIdentity identity) {
        var token = identity.getCredential(AccessTokenCredential.class).getToken();
        return new Caller(token, claims(token));
    }

    /** Reads a token without judging it. */
    static JsonObject claims(String token) {
        var payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(payload)));
    }

    boolean isStaff() {
        return claims.getJsonObject("realm_access", new JsonObject()).getJsonArray("roles", new JsonArray()).stream()
                .anyMatch(STAFF::contains);
    }

    String subject() {
        return claims.getString("sub");
    }

    /** @return null for who has no session, such as the account of a program */
    String session() {
        return claims.getString("sid");
    }

    Instant issued() {
        return Instant.ofEpochSecond(claims.getLong("iat", 0L));
    }

    Instant expires() {
        return Instant.ofEpochSecond(claims.getLong("exp", 0L));
    }

    /** What the console may know about its user; Keycloak's technical roles stay out. */
    JsonObject profile() {
        var roles = new JsonArray();
        claims.getJsonObject("realm_access", new JsonObject()).getJsonArray("roles", new JsonArray()).stream()
                .filter(ROLES::contains).sorted().forEach(roles::add);
        return new JsonObject()
                .put("subject", subject())
                .put("name", claims.getString("name", claims.getString("preferred_username")))
                .put("username", claims.getString("preferred_username"))
                .put("roles", roles)
                .put("language", claims.getString("locale"))
                .put("customers", customers());
    }

    /** Ids of the customers the caller belongs to: those of his organizations. */
    private JsonArray customers() {
        var ids = new JsonArray();
        if (claims.getValue("organization") instanceof JsonObject organizations) {
            organizations.stream().map(Map.Entry::getValue)
                    .filter(JsonObject.class::isInstance)
                    .map(organization -> ((JsonObject) organization).getString("id"))
                    .filter(Objects::nonNull)
                    .forEach(ids::add);
        }
        return ids;
    }
}
