package org.gongdan.gateway.realm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Makes the flows of sign-in that are missing. A flow that is there is never changed, because people may be in the middle of it: a version that needs another
 * one brings it under a name of its own, and the realm's settings switch to it.
 */
final class FlowUpdate {

    private static final String FLOWS = "/authentication/flows";

    private final KeycloakAdmin keycloak;
    private final List<JsonObject> wanted;
    private final BiConsumer<String, Runnable> change;

    /** @param change is given what differs and the step that mends it */
    FlowUpdate(KeycloakAdmin keycloak, List<JsonObject> wanted, BiConsumer<String, Runnable> change) {
        this.keycloak = keycloak;
        this.wanted = wanted;
        this.change = change;
    }

    void run() {
        var known = keycloak.list(FLOWS).stream().map(flow -> flow.getString("alias")).toList();
        wanted.stream().filter(flow -> flow.getBoolean("topLevel") && !known.contains(flow.getString("alias")))
                .forEach(flow -> change.accept("flow " + flow.getString("alias") + " made", () -> make(flow)));
    }

    private void make(JsonObject flow) {
        keycloak.post(FLOWS, Wanted.without(flow, "authenticationExecutions"));
        fill(flow);
        require(flow, flow.getString("alias"));
    }

    private void fill(JsonObject flow) {
        var path = FLOWS + "/" + encoded(flow.getString("alias")) + "/executions";
        for (var step : steps(flow)) {
            var inner = step.getString("flowAlias");
            if (inner == null) {
                keycloak.post(path + "/execution", new JsonObject().put("provider", step.getString("authenticator")).put("priority",
                        step.getInteger("priority")));
            } else {
                var sub = named(inner);
                keycloak.post(path + "/flow", new JsonObject().put("alias", inner).put("type", sub.getString("providerId"))
                        .put("description", sub.getString("description")).put("priority", step.getInteger("priority")));
                fill(sub);
            }
        }
    }

    /** Keycloak makes every step disabled. */
    private void require(JsonObject flow, String top) {
        var path = FLOWS + "/" + encoded(top) + "/executions";
        for (var step : steps(flow)) {
            var inner = step.getString("flowAlias");
            var made = keycloak.list(path).stream()
                    .filter(known -> inner == null ? step.getString("authenticator").equals(known.getString("providerId"))
                            : inner.equals(known.getString("displayName")))
                    .findFirst().orElseThrow(() -> new Refused("the step " + step + " of the flow " + top + " was not made"));
            keycloak.put(path, made.put("requirement", step.getString("requirement")));
            if (inner != null) {
                require(named(inner), top);
            }
        }
    }

    private JsonObject named(String alias) {
        return wanted.stream().filter(flow -> alias.equals(flow.getString("alias"))).findFirst().orElseThrow();
    }

    private static List<JsonObject> steps(JsonObject flow) {
        return flow.getJsonArray("authenticationExecutions", new JsonArray()).stream().map(JsonObject.class::cast).toList();
    }

    /** In a path: a space is no plus. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
