package org.gongdan.gateway.realm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.JsonObject;

class RealmFileTest {

    private static final Map<String, String> NEEDED = Map.of("GONGDAN_URL", "https://gongdan.example", "GATEWAY_URL", "http://gateway:8080",
            "OIDC_CLIENT_SECRET", "quote \" and \\ and ${HOME}", "SESSIONS_CLIENT_SECRET", "s");

    @Test
    void placesAreFilledWhateverCharactersAValueHas() {
        // When
        var realm = RealmFile.filled(RealmFile.shipped(), NEEDED);
        // Then
        var console = realm.getJsonArray("clients").getJsonObject(0);
        assertEquals("quote \" and \\ and ${HOME}", console.getString("secret"));
        assertEquals("https://gongdan.example/*", console.getJsonArray("redirectUris").getString(0));
        assertEquals("25", realm.getJsonObject("smtpServer").getString("port"));
    }

    @Test
    void theShippedRealmHoldsNobodyAndNoSecret() {
        // When
        var realm = new JsonObject(RealmFile.shipped());
        // Then
        realm.getJsonArray("users").forEach(user -> assertFalse(((JsonObject) user).getString("serviceAccountClientId", "").isEmpty()));
        realm.getJsonArray("clients").forEach(client -> assertEquals("${", ((JsonObject) client).getString("secret").substring(0, 2)));
        assertNull(realm.getJsonArray("organizations"));
        assertFalse(realm.encode().contains("gongdan-cli"));
        assertFalse(realm.encode().contains("directAccessGrantsEnabled\":true"));
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() {
        // When
        var refused = assertThrows(Refused.class,
                () -> RealmFile.filled("{\"a\": \"${ONE}\", \"b\": \"${TWO:2}\", \"c\": \"${THREE}\"}", Map.of()));
        // Then
        assertEquals("not set: ONE, THREE", refused.getMessage());
    }
}
