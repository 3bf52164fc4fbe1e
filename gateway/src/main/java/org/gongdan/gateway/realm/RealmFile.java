package org.gongdan.gateway.realm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;

/** {@code deploy/keycloak/gongdan-realm.json} with its places filled in: `${NAME}` must be set, `${NAME:otherwise}` may be. */
final class RealmFile {

    /** Of a place in the file; `${username}` and the like, in small letters, are Keycloak's own. */
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

    private RealmFile() {}

    static String shipped() {
        try (var file = RealmFile.class.getResourceAsStream("/realm/gongdan-realm.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refused that names what is not set */
    static JsonObject filled(String text, Map<String, String> values) {
        var missing = new TreeSet<String>();
        var filled = PLACE.matcher(text).replaceAll(place -> {
            var value = values.getOrDefault(place.group(1), place.group(2));
            if (value == null || value.isEmpty()) {
                missing.add(place.group(1));
            }
            var quoted = Json.encode(value == null ? "" : value);
            return Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1));
        });
        if (!missing.isEmpty()) {
            throw new Refused("not set: " + String.join(", ", missing));
        }
        return withoutUnusedAccount(new JsonObject(filled));
    }

    /** Keycloak forgets the account of a mail server that asks for none. */
    private static JsonObject withoutUnusedAccount(JsonObject realm) {
        var mail = realm.getJsonObject("smtpServer", new JsonObject());
        if (!"true".equals(mail.getString("auth"))) {
            mail.remove("user");
            mail.remove("password");
        }
        return realm;
    }
}
