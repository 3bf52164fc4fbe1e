package org.gongdan.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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

/**
 * An OpenID provider that signs everybody in as the same user without asking, checks PKCE, and issues tokens that live
 * {@link #LIFE_SECONDS}. A refresh token works once, as in the realm. `/token-for?sub=` hands out a bearer token directly.
 */
public class StubIdentityProvider implements QuarkusTestResourceLifecycleManager {

    static final int LIFE_SECONDS = 6;

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private KeyPair keys;
    private String issuer;

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
        return Map.of("quarkus.oidc.auth-server-url", issuer, "test.issuer", issuer, "quarkus.oidc.token.refresh-token-time-skew", "1s");
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
            case "/token-for" -> request.response().end(accessToken(request.getParam("sub"), 300));
            case "/end" -> redirect(request, request.getParam("post_logout_redirect_uri"));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private void token(HttpServerRequest request, MultiMap form) {
        var refresh = "refresh_token".equals(form.get("grant_type"));
        var granted = refresh ? refreshTokens.remove(form.get("refresh_token")) : challenge(form.get("code_verifier")).equals(challenges.remove(form.get("code")));
        if (!granted) {
            request.response().setStatusCode(400).end("{\"error\":\"invalid_grant\"}");
            return;
        }
        var id = Jwt.issuer(issuer).subject("user-1").audience("gongdan-console").claim("preferred_username", "agent")
                .expiresIn(LIFE_SECONDS).jws().keyId("k").sign(keys.getPrivate());
        var next = UUID.randomUUID().toString();
        refreshTokens.add(next);
        // Slow enough for calls made together to meet.
        vertx.setTimer(100, ignored -> json(request, new JsonObject().put("access_token", accessToken("user-1", LIFE_SECONDS)).put("id_token", id)
                .put("refresh_token", next).put("token_type", "Bearer").put("expires_in", LIFE_SECONDS)));
    }

    private String accessToken(String subject, int life) {
        return Jwt.issuer(issuer).subject(subject).claim("preferred_username", "agent").claim("name", "王坐席")
                .claim("jti", UUID.randomUUID().toString())
                .claim("realm_access", Map.of("roles", List.of("agent", "offline_access")))
                .claim("organization", Map.of("xingfu", Map.of("id", "0190a000-0000-7000-8000-000000000001")))
                .expiresIn(life).jws().keyId("k").sign(keys.getPrivate());
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
