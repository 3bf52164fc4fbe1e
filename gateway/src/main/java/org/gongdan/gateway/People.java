package org.gongdan.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * What colleagues are called, and which language somebody chose: both are with the accounts in Keycloak, which is asked with the caller's own token
 * (ADR 039).
 */
@ApplicationScoped
class People {

    private static final Logger LOG = Logger.getLogger(People.class);
    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final long MOST_REMEMBERED = 20_000;
    private static final long TIMEOUT_MILLIS = 5_000;

    private final Callers callers;
    private final HttpClient http;
    private final String keycloak;
    /** By user name; empty for who is not known. */
    private final Cache<String, Optional<String>> names = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED)
            .build();

    People(Callers callers, Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        this.callers = callers;
        http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) TIMEOUT_MILLIS));
        keycloak = realm + "/gongdan";
    }

    /** {@code GET /bff/people?user=agent&user=li}: {@code {"items": [{"user": "agent", "name": "王坐席"}]}}, without those who are not known. For staff. */
    void names(RoutingContext rc) {
        var users = Set.copyOf(rc.queryParam("user"));
        signedIn(rc).compose(caller -> {
            if (!caller.isStaff()) {
                throw new Callers.Refused(Problem.FORBIDDEN);
            }
            var unknown = users.stream().filter(user -> names.getIfPresent(user) == null).sorted().toList();
            return unknown.isEmpty() ? Future.succeededFuture() : ask(caller, unknown);
        }).onComplete(asked -> {
            if (asked.failed()) {
                refuse(rc, asked.cause());
                return;
            }
            var items = new JsonArray();
            users.stream().sorted().forEach(user -> Optional.ofNullable(names.getIfPresent(user)).flatMap(name -> name)
                    .ifPresent(name -> items.add(new JsonObject().put("user", user).put("name", name))));
            rc.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(new JsonObject().put("items", items).toBuffer());
        });
    }

    /** {@code PUT /bff/me/language?to=en}: the console on other devices, the sign-in page and the next tokens speak it. */
    void language(RoutingContext rc) {
        var to = rc.request().getParam("to", "");
        if (CrossSite.refuses(rc.request())) {
            Problem.CROSS_SITE.answer(rc);
        } else if (!LANGUAGES.contains(to)) {
            Problem.UNKNOWN_LANGUAGE.answer(rc);
        } else {
            signedIn(rc).compose(caller -> send(caller, HttpMethod.PUT, "/language", new JsonObject().put("language", to).toBuffer()))
                    .onSuccess(done -> rc.response().setStatusCode(204).end())
                    .onFailure(failure -> refuse(rc, failure));
        }
    }

    private Future<Caller> signedIn(RoutingContext rc) {
        return callers.of(rc).map(known -> known.orElseThrow(() -> new Callers.Refused(Problem.UNAUTHENTICATED)));
    }

    private Future<Void> ask(Caller caller, List<String> users) {
        var query = users.stream().map(user -> "user=" + URLEncoder.encode(user, StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return send(caller, HttpMethod.GET, "/people?" + query, Buffer.buffer()).map(body -> {
            var missing = new HashSet<>(users);
            body.toJsonArray().stream().map(JsonObject.class::cast).forEach(person -> {
                names.put(person.getString("user"), Optional.of(person.getString("name")));
                missing.remove(person.getString("user"));
            });
            missing.forEach(user -> names.put(user, Optional.empty()));
            return null;
        });
    }

    private Future<Buffer> send(Caller caller, HttpMethod method, String path, Buffer body) {
        var request = new RequestOptions().setMethod(method).setAbsoluteURI(keycloak + path).setTimeout(TIMEOUT_MILLIS)
                .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + caller.token()).putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        return http.request(request).compose(call -> call.send(body)).compose(answer -> answer.body().map(text -> {
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("Keycloak answered " + answer.statusCode() + " to " + method + " " + path);
            }
            return text;
        }));
    }

    private static void refuse(RoutingContext rc, Throwable failure) {
        if (failure instanceof Callers.Refused refused) {
            Callers.refuse(rc, refused.problem);
        } else {
            LOG.warnf("accounts could not be asked: %s", failure);
            Callers.refuse(rc, Problem.SIGN_IN_UNAVAILABLE);
        }
    }
}
