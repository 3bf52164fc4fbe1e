package org.gongdan.gateway.realm;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Brings Keycloak's realm to what {@code gongdan-realm.json} says: makes it when there is none, else changes what differs. It may be run as often as one likes.
 * People, and whatever else is in the realm, stay. Only entries of a list that differs go, such as an earlier address to which a sign-in may return.
 */
public final class RealmCommand {

    private final Map<String, String> environment;
    private final PrintStream out;

    public RealmCommand(Map<String, String> environment, PrintStream out) {
        this.environment = new HashMap<>(environment);
        this.out = out;
        // Where Keycloak reaches the gateway, unless that is where people do.
        this.environment.putIfAbsent("GATEWAY_URL", environment.getOrDefault("GONGDAN_URL", ""));
    }

    /** @return 0 when all is as it should be, or was made so; 1 when it differs and was only to be looked at; 2 when it could not be done */
    public int run(boolean onlyLook) {
        try {
            var name = environment.getOrDefault("KEYCLOAK_REALM", "gongdan");
            var wanted = RealmFile.filled(RealmFile.shipped(), environment).put("realm", name);
            var keycloak = new KeycloakAdmin(needed("KEYCLOAK_URL"), name, account());
            if (keycloak.find("").isEmpty()) {
                out.println("realm " + name + (onlyLook ? " is missing" : " made"));
                if (!onlyLook) {
                    keycloak.create(wanted);
                }
                return onlyLook ? 1 : 0;
            }
            var update = new RealmUpdate(keycloak, wanted, onlyLook, out);
            var changes = update.run();
            out.println(changes == 0 ? "realm " + name + " is as it should be" : changes + (onlyLook ? " differences" : " changes made"));
            return onlyLook && changes > 0 ? 1 : 0;
        } catch (Refused refused) {
            out.println(refused.getMessage());
            return 2;
        }
    }

    private Map<String, String> account() {
        if (environment.containsKey("KEYCLOAK_ADMIN_CLIENT_ID")) {
            return Map.of("grant_type", "client_credentials", "client_id", needed("KEYCLOAK_ADMIN_CLIENT_ID"), "client_secret",
                    needed("KEYCLOAK_ADMIN_CLIENT_SECRET"));
        }
        return Map.of("grant_type", "password", "client_id", "admin-cli", "username", needed("KEYCLOAK_ADMIN_USER"), "password",
                needed("KEYCLOAK_ADMIN_PASSWORD"));
    }

    private String needed(String key) {
        var value = environment.get(key);
        if (value == null || value.isEmpty()) {
            throw new Refused("not set: " + key);
        }
        return value;
    }
}
