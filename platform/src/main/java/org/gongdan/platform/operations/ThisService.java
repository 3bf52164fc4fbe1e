package org.gongdan.platform.operations;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.problem.DomainException;

/** Operators name the service they mean: the gateway sends them there, and who comes here by another way is told that it is not this one. */
@ApplicationScoped
class ThisService {

    private final String name;

    ThisService(@ConfigProperty(name = "quarkus.application.name") String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void mustBe(String asked) {
        if (!asked.equals(name)) {
            throw new DomainException.NotFound("service", asked);
        }
    }
}
