package org.gongdan.platform.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.gongdan.platform.tx.FreshDatabase;
import org.gongdan.testing.PostgresServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlatformMigrationsIT {

    private static final List<Script> PLATFORM = List.of(platform("V0_1__platform.sql"), platform("R__audit_rights.sql"),
            platform("R__audit_search.sql"));
    private static final List<Script> SERVICE = List.of(new Script("db/migration/V1__thing.sql", "create table thing (name text)"),
            new Script("db/migration/V2__named.sql", "insert into thing values ('${runtime}')"));

    private final String url;

    PlatformMigrationsIT() throws Exception {
        url = FreshDatabase.empty().jdbcUrl();
    }

    private record Script(String path, String sql) {
    }

    private static Script platform(String name) {
        try (InputStream sql = PlatformMigrationsIT.class.getResourceAsStream("/db/platform/" + name)) {
            return new Script("db/platform/" + name, new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void noHistoryYet() throws SQLException {
        assertEquals(List.of(), rows("select tablename from pg_tables where schemaname = 'public'"));
    }

    @Test
    void aNewDatabaseGetsBothHistories() throws Exception {
        // When
        Flyway flyway = today(PLATFORM, SERVICE);
        flyway.migrate();

        // Then
        assertEquals(List.of("V0_1__platform.sql", "R__audit_rights.sql", "R__audit_search.sql"), history("platform_schema_history"));
        assertEquals(List.of("V1__thing.sql", "V2__named.sql"), history("flyway_schema_history"));
        assertEquals(List.of("service"), rows("select name from thing"));
        assertEquals(0, flyway.migrate().migrationsExecuted);
    }

    @Test
    void aDatabaseWithOneHistoryForBothIsTakenOverWithAllThatIsInIt() throws Exception {
        // Given
        asBefore(PLATFORM, SERVICE).migrate();
        execute("insert into outbox (event_id, topic, type, sequence, occurred) values (gen_random_uuid(), 'thing-events', 'ThingNamed.v1', 1, now())");
        List<String> applied = rows(
                "select script || checksum || installed_on from flyway_schema_history where version = '0.1' or version is null order by 1");

        // When
        today(PLATFORM, SERVICE).migrate();

        // Then
        assertEquals(applied, rows("select script || checksum || installed_on from platform_schema_history order by 1"));
        assertEquals(List.of("V1__thing.sql", "V2__named.sql"), history("flyway_schema_history"));
        assertEquals(List.of("ThingNamed.v1"), rows("select type from outbox"));
        assertEquals(List.of("service"), rows("select name from thing"));
    }

    @Test
    void aLaterMigrationOfThePlatformIsNotOutOfOrderAmongThoseOfTheService() throws Exception {
        // Given
        today(PLATFORM, SERVICE).migrate();
        List<Script> later = new ArrayList<>(PLATFORM);
        later.add(new Script("db/platform/V0_2__later.sql", "alter table outbox add column note text"));

        // When
        today(later, SERVICE).migrate();

        // Then
        assertEquals(List.of("note"),
                rows("select column_name from information_schema.columns where table_name = 'outbox' and column_name = 'note'"));
        assertEquals(List.of("V1__thing.sql", "V2__named.sql"), history("flyway_schema_history"));
    }

    @Test
    void aChangedMigrationOfThePlatformIsStillRefusedAfterItWasTakenOver() {
        // Given
        asBefore(PLATFORM, SERVICE).migrate();
        List<Script> changed = new ArrayList<>(PLATFORM);
        changed.set(0, new Script("db/platform/V0_1__platform.sql", PLATFORM.getFirst().sql() + "\nselect 1;"));

        // When
        FlywayException refused = assertThrows(FlywayException.class, () -> today(changed, SERVICE).migrate());

        // Then
        assertEquals(true, refused.getMessage().contains("checksum mismatch for migration version 0.1"), refused.getMessage());
    }

    @Test
    void twoProcessesThatStartAtOnceTakeItOverOnce() throws Exception {
        // Given
        asBefore(PLATFORM, SERVICE).migrate();

        // When
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (Future<?> done : two
                    .invokeAll(List.of(() -> today(PLATFORM, SERVICE).migrate(), () -> today(PLATFORM, SERVICE).migrate()))) {
                done.get();
            }
        }

        // Then
        assertEquals(3, rows("select script from platform_schema_history").size());
        assertEquals(2, rows("select script from flyway_schema_history").size());
    }

    @Test
    void aServiceCannotWriteTheHistoryOfItsOwnTables() throws Exception {
        // Given
        asBefore(PLATFORM, SERVICE).migrate();

        // When
        today(PLATFORM, SERVICE).migrate();

        // Then
        assertEquals(List.of("f"), rows("select has_table_privilege('service', 'platform_schema_history', 'insert, update, delete')"));
    }

    private Flyway today(List<Script> platform, List<Script> service) {
        FluentConfiguration configuration = configuration(platform, service);
        new PlatformMigrations().customize(configuration);
        return configuration.load();
    }

    /** As all builds until 27 November 2026 did it. */
    private Flyway asBefore(List<Script> platform, List<Script> service) {
        return configuration(platform, service).load();
    }

    private FluentConfiguration configuration(List<Script> platform, List<Script> service) {
        List<LoadableResource> all = new ArrayList<>();
        platform.forEach(script -> all.add(new Packed(script)));
        service.forEach(script -> all.add(new Packed(script)));
        return Flyway.configure().dataSource(url, PostgresServer.OWNER, PostgresServer.OWNER)
                .placeholders(Map.of("runtime", PostgresServer.SERVICE)).resourceProvider(new Jar(all));
    }

    /** Migrations as Quarkus hands them to Flyway: all of them, whatever the folder. */
    private record Jar(List<LoadableResource> all) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return all.stream().filter(resource -> resource.getRelativePath().equals(name)).findFirst().orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return all.stream().filter(resource -> resource.getFilename().startsWith(prefix)
                    && Arrays.stream(suffixes).anyMatch(resource.getFilename()::endsWith)).toList();
        }
    }

    private static final class Packed extends LoadableResource {

        private final Script script;

        Packed(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.sql());
        }

        @Override
        public String getAbsolutePath() {
            return script.path();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.path();
        }

        @Override
        public String getFilename() {
            return script.path().substring(script.path().lastIndexOf('/') + 1);
        }

        @Override
        public String getRelativePath() {
            return getFilename();
        }
    }

    private List<String> history(String table) throws SQLException {
        return rows("select script from " + table + " order by installed_rank");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = owner(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = owner(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(url, PostgresServer.OWNER, PostgresServer.OWNER);
    }
}
