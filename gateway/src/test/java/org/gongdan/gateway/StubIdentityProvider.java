package org.gongdan.gateway;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * An OpenID provider that signs everybody in as the same user without asking, checks PKCE, and issues tokens that live
 * {@link #LIFE_SECONDS}. A refresh token works once, as in the realm. `/token-for?sub=` hands out a bearer token directly, `/next-user?sub=` names
 * who signs in next, `/disable?sub=` lets him refresh no more, `/logout-token` makes one with a chosen fault, `/happened` adds to the admin API's
 * events, `/silent?on=true` lets that API fail.
 */
public class StubIdentityProvider implements QuarkusTestResourceLifecycleManager {

    static final int LIFE_SECONDS = 6;

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private final Map<String, Grant> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, JsonArray> happened = new ConcurrentHashMap<>(
            Map.of("/admin/events", new JsonArray(), "/admin/admin-events", new JsonArray()));
    private final Set<String> disabled = ConcurrentHashMap.newKeySet();
    private volatile String next = "user-1";
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String language;
    private volatile boolean silent;
    private KeyPair keys;
    private String issuer;

    private record Grant(String subject, String session) {}

    @Override
    public Map<String, String> start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        var server = vertx.createHttpServer().requestHandler(this::answer);
        issuer = "http://localhost:" + server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
        return Map.of("quarkus.oidc.auth-server-url", issuer, "test.issuer", issuer, "quarkus.oidc.token.refresh-token-time-skew", "1s",
                "gongdan.gateway.sessions.admin-url", issuer + "/admin");
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/.well-known/openid-configuration" -> json(request, new JsonObject().put("issuer", issuer)
                    .put("authorization_endpoint", issuer + "/auth").put("token_endpoint", issuer + "/token")
                    .put("jwks_uri", issuer + "/certs").put("end_session_endpoint", issuer + "/end"));
            case "/certs" -> json(request, new JsonObject().put("keys", new JsonArray().add(jwk())));
            case "/auth" -> {
                var code = "code-" + challenges.size();
                challenges.put(code, request.getParam("code_challenge"));
                redirect(request, request.getParam("redirect_uri") + "?state=" + request.getParam("state") + "&code=" + code);
            }
            case "/token" -> request.setExpectMultipart(true).endHandler(ignored -> token(request, request.formAttributes()));
            case "/token-for" -> request.response().end(accessToken(new Grant(request.getParam("sub"), null), 300));
            case "/protocol/openid-connect/token" ->
                json(request, new JsonObject().put("access_token", "of-the-gateway").put("expires_in", 300));
            case "/next-user" -> {
                next = request.getParam("sub");
                request.response().end();
            }
            case "/disable" -> {
                disabled.add(request.getParam("sub"));
                request.response().end();
            }
            case "/silent" -> {
                silent = Boolean.parseBoolean(request.getParam("on"));
                request.response().end();
            }
            case "/happened" -> {
                happened.get(request.getParam("list")).add(new JsonObject(request.getParam("event")));
                request.response().end();
            }
            case "/admin/events", "/admin/admin-events" -> events(request);
            case "/gongdan/people" -> people(request);
            case "/gongdan/language" -> request.body().onSuccess(body -> {
                language = body.toJsonObject().getString("language") + " for " + subject(request);
                request.response().setStatusCode(204).end();
            });
            case "/asked-people" -> request.response().end(asked.toString());
            case "/language" -> request.response().end(String.valueOf(language));
            case "/logout-token" -> request.response().end(logoutToken(request.getParam("sid"), request.getParam("fault", "none")));
            case "/end" -> redirect(request, request.getParam("post_logout_redirect_uri"));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private void token(HttpServerRequest request, MultiMap form) {
        var refresh = "refresh_token".equals(form.get("grant_type"));
        var grant = refresh ? refreshTokens.remove(form.get("refresh_token"))
                : challenge(form.get("code_verifier")).equals(challenges.remove(form.get("code")))
                        ? new Grant(next, UUID.randomUUID().toString()) : null;
        if (grant == null || disabled.contains(grant.subject())) {
            request.response().setStatusCode(400).end("{\"error\":\"invalid_grant\"}");
            return;
        }
        var id = Jwt.issuer(issuer).subject(grant.subject()).audience("gongdan-console").claim("preferred_username", "agent")
                .claim("sid", grant.session())
                .expiresIn(LIFE_SECONDS).jws().keyId("k").sign(keys.getPrivate());
        var following = UUID.randomUUID().toString();
        refreshTokens.put(following, grant);
        // Slow enough for calls made together to meet.
        vertx.setTimer(100,
                ignored -> json(request, new JsonObject().put("access_token", accessToken(grant, LIFE_SECONDS)).put("id_token", id)
                        .put("refresh_token", following).put("token_type", "Bearer").put("expires_in", LIFE_SECONDS)));
    }

    private void people(HttpServerRequest request) {
        var users = request.params().getAll("user");
        asked.addAll(users);
        var known = users.stream().filter(user -> !user.startsWith("nobody"))
                .map(user -> new JsonObject().put("user", user).put("name", user + "·" + subject(request))).toList();
        request.response().putHeader("Content-Type", "application/json").end(new JsonArray(known).toBuffer());
    }

    private static String subject(HttpServerRequest request) {
        return Caller.claims(request.getHeader("Authorization").substring("Bearer ".length())).getString("sub");
    }

    private void events(HttpServerRequest request) {
        if (silent || !"Bearer of-the-gateway".equals(request.getHeader("Authorization"))) {
            request.response().setStatusCode(silent ? 503 : 401).end();
            return;
        }
        request.response().putHeader("Content-Type", "application/json").end(happened.get(request.path()).encode());
    }

    private String logoutToken(String session, String fault) {
        var token = Jwt.issuer("issuer".equals(fault) ? "https://evil.example" : issuer)
                .audience("audience".equals(fault) ? "other-client" : "gongdan-console")
                .subject("user-1").claim("jti", UUID.randomUUID().toString()).claim("sid", session)
                .expiresIn("expired".equals(fault) ? -300 : 120);
        if (!"events".equals(fault)) {
            token.claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        }
        if ("nonce".equals(fault)) {
            token.claim("nonce", "n");
        }
        var signed = token.jws().keyId("k").sign(keys.getPrivate());
        return "signature".equals(fault) ? signed.substring(0, signed.length() - 8) + "AAAAAAAA" : signed;
    }

    private String accessToken(Grant grant, int life) {
        var claims = Jwt.issuer(issuer).subject(grant.subject()).claim("preferred_username", "agent").claim("name", "王坐席")
                .claim("jti", UUID.randomUUID().toString())
                .claim("realm_access",
                        Map.of("roles", List.of(grant.subject().startsWith("customer") ? "customer" : "agent", "offline_access")))
                .claim("organization", Map.of("xingfu", Map.of("id", "0190a000-0000-7000-8000-000000000001")))
                .expiresIn(life);
        if (grant.session() != null) {
            claims.claim("sid", grant.session());
        }
        return claims.jws().keyId("k").sign(keys.getPrivate());
    }

    private JsonObject jwk() {
        var key = (RSAPublicKey) keys.getPublic();
        return new JsonObject().put("kty", "RSA").put("kid", "k").put("alg", "RS256").put("use", "sig")
                .put("n", number(key.getModulus())).put("e", number(key.getPublicExponent()));
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String challenge(String verifier) {
        if (verifier == null) {
            return "none";
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void json(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
    }

    private static void redirect(HttpServerRequest request, String to) {
        request.response().setStatusCode(302).putHeader("Location", to).end();
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
