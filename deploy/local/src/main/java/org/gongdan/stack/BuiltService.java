package org.gongdan.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of our own services, from what its module's build left. */
record BuiltService(Service service, Layout layout, Ports allPorts, boolean mayTrain) implements Part {

    /** Those of rare characters take more memory than the small heaps here have: such a character is printed as a mark. */
    private static final String SMALL_FONTS = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc,/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,"
            + "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf,/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

    @Override
    public String name() {
        return service.module();
    }

    @Override
    public List<String> ports() {
        return List.of(service.module(), service.management());
    }

    @Override
    public List<String> needs() {
        return List.of(Ports.POSTGRES, Ports.KAFKA, Ports.KEYCLOAK, Ports.MAIL);
    }

    @Override
    public Launch launch() {
        var jar = layout.jar(service);
        var line = new ArrayList<>(
                List.of(Launch.java(), "-Xmx" + service.heapMegabytes() + "m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"));
        if (service.work() == Service.Work.LIGHT) {
            line.add("-XX:TieredStopAtLevel=1");
        }
        if (cacheFits()) {
            line.add("-XX:AOTCache=" + cache());
        } else if (mayTrain) {
            line.add("-XX:AOTCacheOutput=" + cache());
        }
        line.addAll(List.of("-jar", jar.toString()));
        return Launch.of(layout.data(), line).with(environment());
    }

    /** Classes as the JVM had loaded and linked them, and profiles of their methods: what makes the next start a fast one (JEP 483, 514, 515). */
    private Path cache() {
        return layout.jar(service).resolveSibling("app.aot");
    }

    private boolean cacheFits() {
        var cache = cache().toFile();
        return cache.exists() && cache.lastModified() >= layout.jar(service).toFile().lastModified();
    }

    @Override
    public boolean trains() {
        return mayTrain && !cacheFits();
    }

    private Map<String, String> environment() {
        var environment = new TreeMap<>(Map.of(
                // Plain http, plain connections and known secrets, for one machine only.
                "QUARKUS_PROFILE", "local",
                "DB_ADDRESS", "127.0.0.1:" + allPorts.of(Ports.POSTGRES),
                "DB_PASSWORD", Postgres.PASSWORD,
                "DB_OWNER_PASSWORD", Postgres.PASSWORD,
                "KAFKA_BOOTSTRAP_SERVERS", new Kafka(layout, allPorts).address(),
                "OIDC_AUTH_SERVER_URL", new Keycloak(layout, allPorts).realmAddress(),
                "QUARKUS_HTTP_PORT", String.valueOf(allPorts.of(service.module())),
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT_NUMBER", String.valueOf(allPorts.of(Ports.SMTP)),
                "LOG_FORMAT", "text"));
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(allPorts.of(service.management())));
        // Whoever tries it out does not wait long for a letter about compensation.
        environment.put("MAIL_GATHER_FOR", "5s");
        environment.put("GONGDAN_PRINTING_FONTS", SMALL_FONTS);
        // Links in mails lead to the gateway.
        environment.put("GONGDAN_URL", "http://localhost:" + allPorts.of(Service.GATEWAY.module()));
        if (service == Service.GATEWAY) {
            environment.putAll(gatewayEnvironment());
        }
        return environment;
    }

    private Map<String, String> gatewayEnvironment() {
        var environment = new TreeMap<String, String>();
        for (var other : Service.values()) {
            environment.put(other.name() + "_SERVICE_URL", "http://127.0.0.1:" + allPorts.of(other.module()));
        }
        return environment;
    }

    @Override
    public Probe probe() {
        return Probe.http("http://127.0.0.1:" + allPorts.of(ports().getLast()) + "/q/health/ready");
    }

    @Override
    public String address() {
        return "http://localhost:" + allPorts.of(name());
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }
}
