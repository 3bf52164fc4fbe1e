package org.gongdan.gateway;

import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.quarkus.oidc.runtime.TenantConfigBean;

/**
 * Ready is a gateway that has once read Keycloak's keys: it can tell who calls. A new replica that does not reach Keycloak gets no calls, and a roll
 * stops at it; one that knows the keys stays ready when Keycloak is away, because tokens and sessions go on. Services are not asked: they may be away
 * one by one, and the gateway says so in its answers.
 */
@Readiness
@ApplicationScoped
class KeysKnown implements HealthCheck {

    private final TenantConfigBean tenants;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile String failure = "not asked yet";

    KeysKnown(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    @Override
    public HealthCheckResponse call() {
        var keycloak = tenants.getDefaultTenant();
        var known = keycloak.ready();
        // Otherwise it would ask at the first request only, which never comes to a process that is not ready.
        if (!known && asking.compareAndSet(false, true)) {
            keycloak.initialize().onTermination().invoke(() -> asking.set(false)).subscribe().with(ignored -> {},
                    failed -> failure = failed.toString());
        }
        var answer = HealthCheckResponse.named("Keycloak's keys are known").status(known);
        return (known ? answer : answer.withData("failure", failure)).build();
    }
}
