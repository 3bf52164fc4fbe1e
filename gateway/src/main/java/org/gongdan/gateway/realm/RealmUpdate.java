package org.gongdan.gateway.realm;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Changes what differs in a realm that is there: from what stands alone to what refers to it. */
final class RealmUpdate {

    /** What has addresses of its own, or is made with the realm and changed by nobody. */
    private static final String[] PARTS = {"roles", "clientScopes", "clients", "users", "components", "authenticationFlows",
            "defaultDefaultClientScopes", "defaultOptionalClientScopes"};
    private static final String PROFILE = "kc.user.profile.config";

    private final KeycloakAdmin keycloak;
    private final JsonObject wanted;
    private final boolean onlyLook;
    private final PrintStream out;
    private int changes;

    RealmUpdate(KeycloakAdmin keycloak, JsonObject wanted, boolean onlyLook, PrintStream out) {
        this.keycloak = keycloak;
        this.wanted = wanted;
        this.onlyLook = onlyLook;
        this.out = out;
    }

    /** @return how many things differed */
    int run() {
        things(wanted.getJsonObject("roles"), "realm").forEach(this::role);
        things(wanted, "clientScopes").forEach(this::scope);
        defaultScopes();
        new FlowUpdate(keycloak, things(wanted, "authenticationFlows"), this::change).run();
        settings();
        profile();
        things(wanted, "clients").forEach(this::client);
        things(wanted, "users").forEach(this::rights);
        return changes;
    }

    private void change(String what, Runnable step) {
        changes++;
        out.println(what);
        if (!onlyLook) {
            step.run();
        }
    }

    private void settings() {
        var settings = Wanted.without(wanted, PARTS);
        var known = keycloak.find("").orElseThrow();
        if (!Wanted.met(settings, known)) {
            var differing = settings.stream().filter(field -> !Wanted.met(field.getValue(), known.getValue(field.getKey())))
                    .map(Map.Entry::getKey).collect(Collectors.joining(", "));
            change("settings: " + differing, () -> keycloak.put("", Wanted.merged(known, settings)));
        } else if (!onlyLook && "true".equals(settings.getJsonObject("smtpServer").getString("auth"))) {
            // Keycloak does not tell the password, so nobody can see whether it is another one.
            keycloak.put("",
                    new JsonObject().put("realm", wanted.getString("realm")).put("smtpServer", settings.getJsonObject("smtpServer")));
        }
    }

    private void role(JsonObject role) {
        var path = "/roles/" + encoded(role.getString("name"));
        makeOrChange("role " + role.getString("name"), "/roles", keycloak.find(path), role, known -> path);
    }

    private void scope(JsonObject scope) {
        var name = scope.getString("name");
        var known = byName(keycloak.list("/client-scopes"), "name", name);
        makeOrChange("scope " + name, "/client-scopes", known.map(RealmUpdate::withoutMappers),
                known.isPresent() ? withoutMappers(scope) : scope,
                there -> "/client-scopes/" + there.getString("id"));
        known.ifPresent(there -> mappers("scope " + name, "/client-scopes/" + there.getString("id"), there, scope));
    }

    private void mappers(String owner, String path, JsonObject known, JsonObject wantedOwner) {
        things(wantedOwner, "protocolMappers").forEach(mapper -> makeOrChange(owner + ", mapper " + mapper.getString("name"),
                path + "/protocol-mappers/models", byName(things(known, "protocolMappers"), "name", mapper.getString("name")), mapper,
                there -> path + "/protocol-mappers/models/" + there.getString("id")));
    }

    private void defaultScopes() {
        addScopes("new clients", "/default-default-client-scopes", wanted.getJsonArray("defaultDefaultClientScopes"));
        addScopes("new clients, when they ask", "/default-optional-client-scopes", wanted.getJsonArray("defaultOptionalClientScopes"));
    }

    private void addScopes(String whose, String path, JsonArray names) {
        var known = keycloak.list(path);
        var all = keycloak.list("/client-scopes");
        names.stream().map(String.class::cast).filter(name -> byName(known, "name", name).isEmpty())
                .forEach(name -> change("scope " + name + " for " + whose, () -> keycloak.put(
                        path + "/" + byName(all, "name", name).orElseThrow().getString("id"), new JsonObject())));
    }

    private void client(JsonObject client) {
        var name = client.getString("clientId");
        var known = byName(keycloak.list("/clients?clientId=" + encoded(name)), "clientId", name);
        var settings = Wanted.without(withoutMappers(client), "defaultClientScopes", "optionalClientScopes");
        makeOrChange("client " + name, "/clients", known, known.isPresent() ? settings : client,
                there -> "/clients/" + there.getString("id"));
        known.ifPresent(there -> {
            var path = "/clients/" + there.getString("id");
            mappers("client " + name, path, there, client);
            addScopes("client " + name, path + "/default-client-scopes", client.getJsonArray("defaultClientScopes"));
        });
    }

    /** Of a service account; people are nobody's business here. */
    private void rights(JsonObject user) {
        var account = byName(keycloak.list("/users?exact=true&username=" + encoded(user.getString("username"))), "username",
                user.getString("username"));
        if (account.isEmpty()) {
            // Its client was made just now, or only would be.
            if (onlyLook) {
                change("rights of " + user.getString("username"), () -> {});
                return;
            }
            throw new Refused("the account " + user.getString("username") + " is missing: has its client a service account?");
        }
        user.getJsonObject("clientRoles").forEach(entry -> {
            var owner = byName(keycloak.list("/clients?clientId=" + encoded(entry.getKey())), "clientId", entry.getKey()).orElseThrow();
            var path = "/users/" + account.get().getString("id") + "/role-mappings/clients/" + owner.getString("id");
            var has = keycloak.list(path);
            ((JsonArray) entry.getValue()).stream().map(String.class::cast).filter(role -> byName(has, "name", role).isEmpty())
                    .forEach(role -> change("right " + role + " of " + user.getString("username"), () -> keycloak.post(path, new JsonArray()
                            .add(keycloak.find("/clients/" + owner.getString("id") + "/roles/" + encoded(role)).orElseThrow()))));
        });
    }

    /** Which fields an account has. Further ones stay. */
    private void profile() {
        var provider = things(wanted.getJsonObject("components"), "org.keycloak.userprofile.UserProfileProvider").getFirst();
        var fields = new JsonObject(provider.getJsonObject("config").getJsonArray(PROFILE).getString(0));
        var known = keycloak.find("/users/profile").orElseThrow();
        if (!Wanted.met(fields, known)) {
            var all = fields.getJsonArray("attributes").copy();
            things(known, "attributes").stream()
                    .filter(field -> byName(things(fields, "attributes"), "name", field.getString("name")).isEmpty())
                    .forEach(all::add);
            change("fields of accounts", () -> keycloak.put("/users/profile", known.copy().put("attributes", all)));
        }
    }

    private void makeOrChange(String what, String collection, Optional<JsonObject> known, JsonObject thing,
            Function<JsonObject, String> path) {
        if (known.isEmpty()) {
            change(what + " made", () -> keycloak.post(collection, thing));
        } else if (!Wanted.met(thing, known.get())) {
            change(what, () -> keycloak.put(path.apply(known.get()), Wanted.merged(known.get(), thing)));
        }
    }

    private static JsonObject withoutMappers(JsonObject owner) {
        return Wanted.without(owner, "protocolMappers");
    }

    private static List<JsonObject> things(JsonObject owner, String field) {
        return owner.getJsonArray(field, new JsonArray()).stream().map(JsonObject.class::cast).toList();
    }

    private static Optional<JsonObject> byName(List<JsonObject> things, String field, String name) {
        return things.stream().filter(thing -> name.equals(thing.getString(field))).findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
