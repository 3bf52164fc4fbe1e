package org.gongdan.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

import org.gongdan.stack.Ports;
import org.gongdan.stack.StackProcess;

/** A base backup of the running server with all its databases, and the archive of its WAL from then on: what {@code pg_basebackup} and an archive make. */
record Backup(Platform platform, Path copy) {
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot");

    /** The server's settings that let each finished segment of WAL be copied away. */
    static Map<String, String> settings(Path data) {
        var archive = archive(data.toAbsolutePath());
        return Map.of("archive_mode", "on", "archive_command", "mkdir -p %1$s && cp %%p %1$s/%%f".formatted(archive));
    }

    private static Path archive(Path data) {
        return data.resolve("wal");
    }

    static Backup take(Platform platform) {
        var backup = new Backup(platform, platform.data().resolve("base"));
        try (var connection = backup.open(); var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('journey', true)");
            copyTree(backup.cluster(), backup.copy);
            try (var label = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
                label.next();
                Files.writeString(backup.copy.resolve("backup_label"), label.getString(1));
            }
            Files.createDirectories(backup.copy.resolve("pg_wal"));
            Files.createDirectories(backup.copy.resolve("pg_replslot"));
            return backup;
        } catch (SQLException e) {
            throw new AssertionError("no base backup", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A moment that can be gone back to. */
    void mark(String name) {
        execute("select pg_create_restore_point('" + name + "')");
    }

    /** The server's disk is lost. A new server is made of the base backup and rolled forward to the mark; what came after it is gone. */
    void restore(String name) {
        execute("select pg_switch_wal()");
        server().stop();
        try {
            Files.move(cluster(), platform.data().resolve("postgresql.lost"));
            Files.move(copy, cluster());
            Files.writeString(cluster().resolve("postgresql.auto.conf"), """
                    restore_command = 'cp %s/%%f %%p'
                    recovery_target_name = '%s'
                    recovery_target_action = 'promote'
                    """.formatted(archive(platform.data()), name), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Files.createFile(cluster().resolve("recovery.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server().restart();
        Patience.await("the server has reached " + name).until(() -> !isInRecovery());
    }

    private boolean isInRecovery() throws SQLException {
        try (var connection = open(); var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private StackProcess server() {
        return platform.process(Ports.POSTGRES);
    }

    private Path cluster() {
        return platform.data().resolve("postgresql");
    }

    void execute(String sql) {
        try (var connection = open(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(platform.database("postgres"), "postgres", "gongdan");
    }

    /** Files may vanish meanwhile: what happened to them is in the WAL. */
    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(from.relativize(folder).toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                Files.setPosixFilePermissions(to.resolve(from.relativize(folder)), Files.getPosixFilePermissions(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(from.relativize(file).toString())) {
                    try {
                        Files.copy(file, to.resolve(from.relativize(file)));
                    } catch (NoSuchFileException vanished) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }
}
