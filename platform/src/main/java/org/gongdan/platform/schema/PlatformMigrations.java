package org.gongdan.platform.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

import jakarta.inject.Singleton;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;

import io.quarkus.flyway.FlywayConfigurationCustomizer;

/**
 * Gives the tables of the platform a history of their own ({@code platform_schema_history}), which is migrated before the service's: their numbers have
 * nothing to do with each other, so that a later migration of the platform is not out of order among the service's (ADR 048).
 */
@Singleton
public class PlatformMigrations implements FlywayConfigurationCustomizer {

    private static final String FOLDER = "db/platform/";

    @Override
    public void customize(FluentConfiguration service) {
        ResourceProvider all = service.getResourceProvider();
        FluentConfiguration platform = Flyway.configure(service.getClassLoader()).configuration(service).table(History.TABLE)
                .baselineOnMigrate(false)
                .callbacks(new Callback[0]).resourceProvider(new Part(all, true));
        service.resourceProvider(new Part(all, false)).callbacks(new PlatformFirst(platform));
    }

    /** Migrations of the platform, or all others. */
    private record Part(ResourceProvider all, boolean platform) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return all.getResource(name);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return all.getResources(prefix, suffixes).stream()
                    .filter(resource -> resource.getAbsolutePath().startsWith(FOLDER) == platform).toList();
        }
    }

    /**
     * Before the service's history is checked, what it has of the platform is taken out of it; before it is migrated, the platform is. The second is
     * late enough for a new database, in which the service's history has been made by then.
     */
    private record PlatformFirst(FluentConfiguration platform) implements Callback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_VALIDATE || event == Event.BEFORE_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            Configuration service = context.getConfiguration();
            try (Connection connection = service.getDataSource().getConnection()) {
                History.takeOver(connection, service.getTable(), service.getPlaceholders().get("runtime"));
            } catch (SQLException failed) {
                throw new FlywayException("the history of the platform's migrations cannot be taken over", failed);
            }
            if (event == Event.BEFORE_MIGRATE) {
                platform.load().migrate();
            }
        }

        @Override
        public String getCallbackName() {
            return "platform-first";
        }
    }
}
