package org.gongdan.platform.restore;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * {@code <service>=<host:port>/<database> … [--beside <service>=… …] [--check]}: after a restore, before the services start (docs/runbooks/restore.md).
 * Those beside were not restored and may run: they are only asked what they know. Ends with 0 when nothing is lost, 1 when facts are lost, 2 when a topic
 * no longer holds what must be read again, 3 when it could not work.
 */
public final class Main {

    private static final int COULD_NOT_WORK = 3;
    /** Its clients list all their settings. */
    private static final Logger KAFKA;

    static {
        // What Kafka logs through finds no other in the services' libraries.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        KAFKA = Logger.getLogger("org.apache.kafka");
    }

    private Main() {
    }

    public static void main(String... arguments) {
        KAFKA.setLevel(Level.SEVERE);
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        List<ServiceDatabase> databases = new ArrayList<>();
        try {
            boolean check = false;
            int restored = -1;
            for (String argument : arguments) {
                switch (argument) {
                    case "--check" -> check = true;
                    case "--beside" -> restored = databases.size();
                    default -> databases.add(open(argument));
                }
            }
            int end = restored < 0 ? databases.size() : restored;
            if (end == 0) {
                throw new IllegalArgumentException("which services? <service>=<host:port>/<database> …");
            }
            Map<String, Object> kafka = kafka(System.getenv());
            try (Admin admin = Admin.create(kafka); KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka,
                    new StringDeserializer(), new ByteArrayDeserializer())) {
                return new Restore(databases.subList(0, end), databases.subList(end, databases.size()), new Groups(admin, consumer),
                        consumer,
                        System.out).run(!check);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return COULD_NOT_WORK;
        } catch (SQLException | ExecutionException | RuntimeException failed) {
            System.err.println(failed.getMessage() == null ? failed.toString() : failed.getMessage());
            return COULD_NOT_WORK;
        } finally {
            databases.forEach(ServiceDatabase::close);
        }
    }

    private static ServiceDatabase open(String argument) throws SQLException {
        int sign = argument.indexOf('=');
        if (sign < 0 || argument.indexOf('/') < sign) {
            throw new IllegalArgumentException(argument + " is not <service>=<host:port>/<database>");
        }
        String service = argument.substring(0, sign);
        String variable = service.toUpperCase(Locale.ROOT).replace('-', '_') + "_OWNER_PASSWORD";
        String password = Optional.ofNullable(System.getenv(variable)).or(() -> Optional.ofNullable(System.getenv("DB_OWNER_PASSWORD")))
                .orElseThrow(() -> new IllegalArgumentException(variable + " is missing"));
        return ServiceDatabase.open(service, argument.substring(sign + 1),
                "?sslmode=" + System.getenv().getOrDefault("DB_TLS", "disable") + System.getenv().getOrDefault("DB_JDBC_OPTIONS", ""),
                password);
    }

    /** {@code KAFKA_SECURITY_PROTOCOL} is Kafka's {@code security.protocol}: the services' own variables. */
    private static Map<String, Object> kafka(Map<String, String> environment) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", "localhost:19092", "enable.auto.commit", "false",
                "default.api.timeout.ms", "20000", "request.timeout.ms", "20000"));
        environment.forEach((name, value) -> {
            if (name.startsWith("KAFKA_")) {
                settings.put(name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return settings;
    }
}
