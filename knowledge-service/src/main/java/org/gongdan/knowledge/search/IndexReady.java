package org.gongdan.knowledge.search;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A process that has not read all articles yet would answer as if there were none. */
@Readiness
@ApplicationScoped
class IndexReady implements HealthCheck {

    private final SearchIndex index;

    IndexReady(SearchIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search index").status(index.isComplete()).build();
    }
}
