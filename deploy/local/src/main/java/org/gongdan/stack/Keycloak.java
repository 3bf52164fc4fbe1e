package org.gongdan.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** Sign-in. Built once for PostgreSQL (a minute saved at every later start); its data live in a database of their own beside ours. */
record Keycloak(Layout layout, Ports allPorts) implements Part {
    static final String DATABASE = "keycloak";
    static final String REALM = "gongdan";
    private static final List<String> BUILD = List.of("build", "--db=postgres", "--health-enabled=false", "--metrics-enabled=false");
    /** Only the quick compiler: on two cores it halves the CPU of a start, and a login takes about a third longer. */
    private static final List<String> START = List.of("-Xms128m", "-Xmx512m", "-XX:TieredStopAtLevel=1");

    @Override
    public String name() {
        return Ports.KEYCLOAK;
    }

    @Override
    public List<String> ports() {
        return List.of(Ports.KEYCLOAK);
    }

    @Override
    public List<String> needs() {
        return List.of(Ports.POSTGRES);
    }

    private Path folder() {
        return layout.target().resolve("keycloak");
    }

    @Override
    public Optional<String> patienceAsked() {
        return Files.exists(folder()) ? Optional.empty() : Optional.of("prepared once, this takes about half a minute");
    }

    @Override
    public void prepare() throws IOException {
        var archive = layout.dist("keycloak-quarkus-dist-");
        var providers = layout.dist("keycloak-providers-");
        var build = new CRC32();
        build.update(Files.readAllBytes(providers));
        Once.create(folder(), archive.getFileName() + " " + BUILD + " " + Runtime.version() + " " + build.getValue(), home -> {
            Zip.unpackWithoutTop(archive, home);
            Files.copy(providers, home.resolve("providers/gongdan.jar"));
            new Command("Building Keycloak", line(home, List.of("-Xmx512m"), BUILD), Map.of(), home)
                    .run(layout.logs().resolve("keycloak-build.log"));
        });
        var imports = Files.createDirectories(folder().resolve("data/import"));
        // Another stack may read it at this moment: replace it in one step.
        var copy = Files.createTempFile(imports, "realm", ".tmp");
        Files.write(copy, DemoRealm.of(layout.realm(), layout.demoRealm()));
        Files.move(copy, imports.resolve(layout.realm().getFileName()), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** What bin/kc.sh would run, without the shell around it: a signal to our child must reach Keycloak itself. */
    private static List<String> line(Path home, List<String> options, List<String> arguments) {
        var line = new ArrayList<>(List.of(Launch.java()));
        line.addAll(options);
        line.addAll(List.of("-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=256m", "-XX:+ExitOnOutOfMemoryError", "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp", home.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        line.addAll(arguments);
        return line;
    }

    @Override
    public Launch launch() {
        var arguments = List.of("start", "--optimized", "--import-realm");
        return Launch.of(layout.data(), line(folder(), START, arguments)).with(Map.of(
                "KC_DB_URL_HOST", "127.0.0.1",
                "KC_DB_URL_PORT", String.valueOf(allPorts.of(Ports.POSTGRES)),
                "KC_DB_URL_DATABASE", DATABASE,
                "KC_DB_USERNAME", DATABASE,
                "KC_DB_PASSWORD", Postgres.PASSWORD,
                "KC_DB_POOL_MAX_SIZE", "20")).with(Map.of(
                        "KC_HTTP_ENABLED", "true",
                        "KC_HTTP_HOST", "127.0.0.1",
                        "KC_HTTP_PORT", String.valueOf(allPorts.of(Ports.KEYCLOAK)),
                        "KC_HOSTNAME", address(),
                        // One node: no cluster to look for.
                        "KC_CACHE", "local",
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", "gongdan",
                        // Placeholders of the realm file.
                        "GONGDAN_URL", "http://localhost:" + allPorts.of(Service.GATEWAY.module()),
                        "GATEWAY_URL", "http://localhost:" + allPorts.of(Service.GATEWAY.module()),
                        "SMTP_PORT_NUMBER", String.valueOf(allPorts.of(Ports.SMTP))));
    }

    @Override
    public Probe probe() {
        return Probe.http(realmAddress() + "/.well-known/openid-configuration");
    }

    String realmAddress() {
        return address() + "/realms/" + REALM;
    }

    @Override
    public String address() {
        return "http://localhost:" + allPorts.of(Ports.KEYCLOAK);
    }

    /** The very first start creates about a hundred tables on what may be a slow disk. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }
}
