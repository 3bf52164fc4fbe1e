package org.gongdan.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * {@code /realms/<realm>/gongdan}: what a signed-in person may ask of the accounts with his own token, so that the gateway needs no administrator's
 * right for it: what colleagues are called, and which language he wants to be spoken to.
 */
public final class PeopleResource implements RealmResourceProvider {

    private static final int MOST = 1000;
    private static final Set<String> STAFF = Set.of("agent", "engineer", "presales", "supervisor", "manager", "admin");
    private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");

    private final KeycloakSession session;

    PeopleResource(KeycloakSession session) {
        this.session = session;
    }

    /** Keycloak asks for the object that has the paths. */
    @Override
    public Object getResource() {
        return this;
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** @param user user names, 1,000 at most; who is not known is left out */
    @GET
    @Path("/people")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Map<String, String>> people(@QueryParam("user") List<String> user) {
        RealmModel realm = session.getContext().getRealm();
        UserModel caller = caller();
        if (STAFF.stream().map(realm::getRole).noneMatch(role -> role != null && caller.hasRole(role))) {
            throw new ForbiddenException();
        }
        if (user.size() > MOST) {
            throw new BadRequestException();
        }
        List<Map<String, String>> people = new ArrayList<>();
        for (String name : user) {
            UserModel found = name.isBlank() ? null : session.users().getUserByUsername(realm, name);
            if (found != null && called(found) != null) {
                people.add(Map.of("user", name, "name", called(found)));
            }
        }
        return people;
    }

    /** @param wanted {@code {"language": "zh-CN"}}; the sign-in page and the token's {@code locale} follow */
    @PUT
    @Path("/language")
    @Consumes(MediaType.APPLICATION_JSON)
    public void language(Map<String, String> wanted) {
        UserModel caller = caller();
        String language = wanted == null ? null : wanted.get("language");
        if (language == null || !LANGUAGES.contains(language)) {
            throw new BadRequestException();
        }
        caller.setSingleAttribute(UserModel.LOCALE, language);
    }

    private UserModel caller() {
        AuthenticationManager.AuthResult known = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (known == null) {
            throw new NotAuthorizedException("Bearer");
        }
        return known.user();
    }

    /** As the token's {@code name} says it. */
    private static String called(UserModel person) {
        String first = person.getFirstName() == null ? "" : person.getFirstName();
        String last = person.getLastName() == null ? "" : person.getLastName();
        String name = (first + " " + last).strip();
        return name.isEmpty() ? null : name;
    }
}
