package org.gongdan.platform.security;

import java.util.Set;
import java.util.UUID;

import org.gongdan.platform.problem.DomainException;

/**
 * Who makes a request, as the verified access token says.
 *
 * @param subject   {@code sub} of the token: the person's or service account's id
 * @param username  {@code preferred_username}
 * @param name      what the person is called; the username where the token does not say
 * @param roles     realm roles
 * @param customers ids of the organizations (= customers) the caller belongs to; empty for staff
 */
public record Caller(UUID subject, String username, String name, Set<String> roles, Set<UUID> customers) {

    private static final Set<String> STAFF = Set.of("agent", "engineer", "presales", "supervisor", "manager", "admin");

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean isStaff() {
        return roles.stream().anyMatch(STAFF::contains);
    }

    /** An integrating system's service account. */
    public boolean isIntegration() {
        return has("integration");
    }

    /** Staff see every customer, everybody else only their own. */
    public boolean maySee(UUID customerId) {
        return isStaff() || customers.contains(customerId);
    }

    /** @throws DomainException.NotFound for a foreign customer's thing, so that its answer equals that for a missing one */
    public void mustSee(UUID customerId, String kind, Object id) {
        if (!maySee(customerId)) {
            throw new DomainException.NotFound(kind, id);
        }
    }
}
