package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.gongdan.testing.MigrationRules.Released;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationRulesTest {

    private static final Path ROOT = Path.of("../..");
    private static final String FIRST = "x-service/src/main/resources/db/migration/V2__first.sql";
    private static final String NEXT = "x-service/src/main/resources/db/migration/V3__next.sql";
    private static final String TABLE = "create table thing (name text not null)";

    @Test
    void noMigrationThatDatabasesHaveHadIsChangedAndNoNewOneBreaksTheProgramBefore() throws IOException {
        // Given
        List<Released> released = MigrationRules.released(Files.readString(ROOT.resolve("deploy/released-migrations.txt")));
        Map<String, String> files = migrations();

        // When
        List<String> broken = MigrationRules.broken(released, files);

        // Then
        assertTrue(released.size() > 40 && files.size() >= released.size(), released.size() + " of " + files.size());
        assertEquals(List.of(), broken);
    }

    private static Map<String, String> migrations() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String module : List.of("platform", "ticket-service", "dispatch-service", "sla-service", "knowledge-service",
                "notification-service")) {
            try (Stream<Path> found = Files.walk(ROOT.resolve(module + "/src/main/resources/db"))) {
                for (Path file : found.filter(path -> path.toString().endsWith(".sql")).toList()) {
                    files.put(ROOT.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    @Test
    void aReleasedMigrationThatChangedIsNamed() {
        assertEquals(List.of(FIRST + " has changed; databases have had it since 1.0: change it back and write a new one"),
                MigrationRules.broken(List.of(released(FIRST, TABLE)), Map.of(FIRST, TABLE + " ")));
    }

    @Test
    void aReleasedMigrationThatIsGoneIsNamed() {
        assertEquals(List.of(FIRST + " is gone; databases have had it since 1.0"),
                MigrationRules.broken(List.of(released(FIRST, TABLE)), Map.of()));
    }

    @Test
    void aNewMigrationComesAfterTheReleasedOnesOfItsFolderOnly() {
        // Given
        String before = FIRST.replace("V2", "V1_9");
        String elsewhere = before.replace("x-service", "y-service");

        // When
        List<String> broken = MigrationRules.broken(List.of(released(FIRST, TABLE)),
                Map.of(FIRST, TABLE, before, TABLE, elsewhere, TABLE, NEXT, TABLE));

        // Then
        assertEquals(List.of(before + " comes before " + FIRST + ", which databases have had: no database would take it"), broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table thing", "alter table thing drop column name", "alter table thing\n  drop column if exists name",
            "alter table thing rename column name to title", "alter table thing rename to article",
            "alter table thing add column size integer not null",
            "alter table thing add column a text default '', add column size integer not null",
            "alter table thing alter column name set not null", "alter table thing alter column name type varchar(5)",
            "alter table thing alter name set data type bigint", "alter table thing add constraint short check (length(name) < 5)",
            "alter table thing add unique (name)", "ALTER TABLE thing DROP COLUMN name"})
    void whatBreaksTheProgramBeforeIsRefused(String sql) {
        assertEquals(1, MigrationRules.broken(List.of(), Map.of(NEXT, "-- new\n" + sql + ";")).size(), sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alter table thing add column size integer", "alter table thing add column size integer not null default 0",
            "alter table thing add column words text not null generated always as (lower(name)) stored", "drop index thing_name",
            "alter table thing alter column name drop not null", "-- once we drop table thing\ncreate index on thing (name)",
            "create function f() returns void language plpgsql as $$ begin drop table thing; end $$",
            "create table other (name text not null, unique (name), check (length(name) < 5))",
            "-- contract: since 1.4, which reads it no more\nalter table thing drop column name"})
    void whatTheProgramBeforeCanLiveWithIsNot(String sql) {
        assertEquals(List.of(), MigrationRules.broken(List.of(), Map.of(NEXT, sql + ";")), sql);
    }

    private static Released released(String path, String text) {
        return new Released("1.0", MigrationRules.sum(text), path);
    }
}
