package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.gongdan.platform.session.SessionEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.core.json.JsonObject;

/** Paths as Keycloak 26.7 writes them. */
class KeycloakReadingTest {

    @ParameterizedTest
    @CsvSource({
            "USER,                    UPDATE, users/li,                                       subject:li",
            "USER,                    DELETE, users/li,                                       subject:li",
            "USER,                    ACTION, users/li/logout,                                subject:li",
            "USER,                    ACTION, users/li/reset-password,                        subject:li",
            "USER,                    CREATE, users/li,                                       nothing",
            "REALM_ROLE_MAPPING,      DELETE, users/li/role-mappings/realm,                   subject:li",
            "REALM_ROLE_MAPPING,      CREATE, users/li/role-mappings/realm,                   subject:li",
            "CLIENT_ROLE_MAPPING,     DELETE, users/li/role-mappings/clients/c,               subject:li",
            "REALM_ROLE_MAPPING,      DELETE, groups/g/role-mappings/realm,                   everybody",
            "GROUP_MEMBERSHIP,        DELETE, users/li/groups/g,                              subject:li",
            "GROUP,                   DELETE, groups/g,                                       everybody",
            "GROUP,                   CREATE, groups/g,                                       nothing",
            "ORGANIZATION_MEMBERSHIP, DELETE, organizations/o/members/li,                     subject:li",
            "ORGANIZATION_MEMBERSHIP, CREATE, organizations/o/members,                        nothing",
            "ORGANIZATION,            UPDATE, organizations/o,                                everybody",
            "REALM_ROLE,              CREATE, roles-by-id/r/composites,                       everybody",
            "REALM_ROLE,              CREATE, roles/auditor,                                  nothing",
            "REALM_ROLE,              DELETE, roles-by-id/r,                                  everybody",
            "USER_SESSION,            DELETE, sessions/s1,                                    session:s1",
            "REALM_SCOPE_MAPPING,     DELETE, clients/c/scope-mappings/realm,                 everybody",
            "ORGANIZATION_GROUP,      DELETE, organizations/o/groups/g,                       everybody",
            "ORGANIZATION_GROUP,      CREATE, organizations/o/groups/g,                       nothing",
            "ORGANIZATION_GROUP_MEMBERSHIP, DELETE, organizations/o/groups/g/members/li,      subject:li",
            "COMPONENT,               DELETE, components/c,                                   everybody",
            "USER_LOGIN_FAILURE,      DELETE, attack-detection/brute-force/users/li,          nothing",
            "AUTH_FLOW,               UPDATE, authentication/flows/f,                         nothing",
            "OF_TOMORROW,             UPDATE, tomorrow/t,                                     everybody",
            "REALM,                   ACTION, logout-all,                                     everybody",
            "CLIENT,                  UPDATE, clients/c,                                      everybody",
            "PROTOCOL_MAPPER,         UPDATE, clients/c/protocol-mappers/models/m,            everybody"})
    void administratorsEventsNameWhomTheyConcern(String resource, String operation, String path, String expected) {
        // Given
        var event = new JsonObject().put("time", 1_767_000_000_400L).put("resourceType", resource).put("operationType", operation)
                .put("resourcePath", path);
        // When
        var read = KeycloakReading.ofAdministrator(event);
        // Then
        assertEquals(expected, read.map(SessionEvent::key).orElse("nothing"));
    }

    @ParameterizedTest
    @CsvSource({"LOGOUT, session:s1", "USER_SESSION_DELETED, session:s1", "UPDATE_PASSWORD, subject:li", "DELETE_ACCOUNT, subject:li",
            "REMOVE_CREDENTIAL, subject:li"})
    void usersEventsEndTheirSessionOrRenewTheirTokens(String type, String expected) {
        // Given
        var event = new JsonObject().put("time", 1_767_000_000_400L).put("type", type).put("userId", "li").put("sessionId", "s1");
        // When
        var read = KeycloakReading.ofUser(event);
        // Then
        assertEquals(expected, read.orElseThrow().key());
        assertEquals(1_767_000_000_400L, read.orElseThrow().at().toEpochMilli());
    }
}
