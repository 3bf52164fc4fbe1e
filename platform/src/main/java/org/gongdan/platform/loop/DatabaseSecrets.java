package org.gongdan.platform.loop;

import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.process.Secret;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;

/** No service works for others with the passwords of the demo's database. */
@ApplicationScoped
class DatabaseSecrets {

    private static final String DEMO = "gongdan";

    private final List<Secret> secrets;

    DatabaseSecrets(@ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "quarkus.flyway.password") String owner) {
        secrets = List.of(new Secret("DB_PASSWORD", password, 1, DEMO), new Secret("DB_OWNER_PASSWORD", owner, 1, DEMO));
    }

    void check(@Observes @Priority(1) StartupEvent startup) {
        Secret.check(ConfigUtils.getProfiles(), secrets);
    }
}
