package org.gongdan.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The examples fit each other and the chart: whoever follows the README finds every Secret, address, database and role. */
class ExamplesTest {

    private static final Rendered SECRETS = Rendered
            .of(Command.run("bash", "examples/secrets").orFail().output());

    @ParameterizedTest
    @ValueSource(strings = {"namespace.yaml", "postgresql.yaml", "postgresql-restored.yaml", "kafka.yaml", "keycloak.yaml",
            "external-secrets.yaml"})
    void anApiServerWouldKnowEveryField(String file) {
        assertEquals(List.of(), example(file).objects().stream().flatMap(object -> Types.faults(object).stream()).toList());
    }

    @Test
    void everySecretThatTheChartNamesIsThereWithItsKeys() {
        // Given
        Map<String, Set<String>> there = keys(SECRETS);
        // What operators make: CloudNativePG and Strimzi the certificates of their authorities, Strimzi a Secret for each user, Keycloak's an administrator.
        there.put(Rendered.name(example("postgresql.yaml").all("Cluster").getFirst()) + "-ca", Set.of("ca.crt"));
        there.put(Rendered.name(example("kafka.yaml").all("Kafka").getFirst()) + "-cluster-ca-cert", Set.of("ca.crt"));
        there.put(Rendered.name(example("keycloak.yaml").all("Keycloak").getFirst()) + "-initial-admin", Set.of("username", "password"));
        Chart.small().all("KafkaUser").forEach(user -> there.put(Rendered.name(user), Set.of("password", "sasl.jaas.config")));

        // When
        Set<String> missing = new TreeSet<>();
        for (JsonNode pod : Chart.small().pods()) {
            Rendered.container(pod).path("env").findValues("secretKeyRef")
                    .forEach(ref -> missing.add(ref.path("name").asText() + " " + ref.path("key").asText()));
            pod.at("/spec/volumes").findValues("secret").forEach(volume -> volume.path("items")
                    .forEach(item -> missing.add(volume.path("secretName").asText() + " " + item.path("key").asText())));
        }
        there.forEach((secret, keys) -> keys.forEach(key -> missing.remove(secret + " " + key)));

        // Then
        assertEquals(Set.of(), missing);
    }

    @Test
    void aVaultGivesTheSameSecrets() {
        // Given
        Map<String, Set<String>> printed = keys(SECRETS);
        printed.put("gongdan-mail", Set.of("username", "password"));

        // When
        Map<String, Set<String>> fromVault = new TreeMap<>();
        example("external-secrets.yaml").all("ExternalSecret").forEach(secret -> fromVault.put(Rendered.name(secret),
                Rendered.list(secret.at("/spec/data")).stream().map(item -> item.path("secretKey").asText()).collect(Collectors.toSet())));

        // Then
        assertEquals(printed, fromVault);
    }

    @Test
    void passwordsAreNewAtEachCallAndLongEnough() {
        // When
        Rendered again = Rendered.of(Command.run("bash", "examples/secrets").orFail().output());

        // Then
        for (JsonNode secret : SECRETS.all("Secret")) {
            secret.path("stringData").properties().forEach(pair -> {
                if (!pair.getKey().equals("username")) {
                    assertTrue(pair.getValue().asText().length() >= 32, Rendered.name(secret));
                    assertNotEquals(pair.getValue(), again.one("Secret", Rendered.name(secret)).path("stringData").path(pair.getKey()));
                }
            });
        }
    }

    @Test
    void everyServiceFindsItsDatabaseAndItsRoles() {
        // Given
        Rendered postgresql = example("postgresql.yaml");
        JsonNode cluster = postgresql.all("Cluster").getFirst();
        Map<String, String> secretsOfRoles = new TreeMap<>();
        cluster.at("/spec/managed/roles")
                .forEach(role -> secretsOfRoles.put(role.path("name").asText(), role.at("/passwordSecret/name").asText()));
        Map<String, String> owners = new TreeMap<>();
        postgresql.all("Database").forEach(database -> owners.put(database.at("/spec/name").asText(), database.at("/spec/owner").asText()));

        // Then
        for (JsonNode pod : Chart.small().pods().stream().filter(pod -> !Set.of("gateway", "realm").contains(Rendered.label(pod)))
                .toList()) {
            Map<String, String> variables = new TreeMap<>();
            Rendered.container(pod).path("env").forEach(variable -> variables.put(variable.path("name").asText(),
                    variable.has("value") ? variable.path("value").asText() : variable.at("/valueFrom/secretKeyRef/name").asText()));
            String name = variables.get("DB_NAME");
            assertEquals(name + "_owner", owners.get(name), Rendered.label(pod));
            assertEquals(secretsOfRoles.get(name), variables.get("DB_PASSWORD"));
            assertEquals(secretsOfRoles.get(name + "_owner"), variables.get("DB_OWNER_PASSWORD"));
            assertEquals(Rendered.name(cluster) + "-rw:5432", variables.get("DB_ADDRESS"), "the primary itself, no pooler");
            assertTrue(
                    cluster.at("/spec/postgresql/pg_hba").toString().contains("hostssl " + name + " " + name + "," + name + "_owner all"));
            assertEquals(name, SECRETS.one("Secret", secretsOfRoles.get(name)).at("/stringData/username").asText());
            assertEquals(name + "_owner", SECRETS.one("Secret", secretsOfRoles.get(name + "_owner")).at("/stringData/username").asText());
        }
        assertEquals(List.of(), postgresql.all("Pooler"));
        assertTrue(cluster.at("/spec/imageName").asText().endsWith(":18"), "older ones have no uuidv7(), which a service asks for");
    }

    @Test
    void theRestoredClusterLetsInWhomTheLostOneLetIn() {
        // Given
        JsonNode lost = example("postgresql.yaml").all("Cluster").getFirst(),
                restored = example("postgresql-restored.yaml").all("Cluster").getFirst();

        // Then
        assertEquals(lost.at("/spec/postgresql/pg_hba"), restored.at("/spec/postgresql/pg_hba"));
        assertEquals(lost.at("/spec/imageName"), restored.at("/spec/imageName"));
        assertEquals(lost.at("/spec/postgresql/parameters/max_connections"), restored.at("/spec/postgresql/parameters/max_connections"));
        String store = Rendered.name(example("postgresql-backup.yaml").all("ObjectStore").getFirst());
        assertEquals(store, restored.at("/spec/externalClusters/0/plugin/parameters/barmanObjectName").asText());
        assertEquals(Rendered.name(lost), restored.at("/spec/externalClusters/0/plugin/parameters/serverName").asText());
        assertEquals(Rendered.name(lost),
                example("postgresql-backup.yaml").all("ScheduledBackup").getFirst().at("/spec/cluster/name").asText());
    }

    @Test
    void kafkaIsWhereTheChartLooksForIt() {
        // Given
        JsonNode kafka = example("kafka.yaml").all("Kafka").getFirst();

        // Then
        for (String values : List.of("small.yaml", "production.yaml")) {
            JsonNode given = example(values).objects().getFirst();
            assertEquals(Rendered.name(kafka) + "-kafka-bootstrap:9093", given.at("/kafka/bootstrapServers").asText());
            assertEquals(Rendered.name(kafka), given.at("/strimzi/cluster").asText());
        }
        assertEquals("simple", kafka.at("/spec/kafka/authorization/type").asText());
        assertEquals("scram-sha-512", kafka.at("/spec/kafka/listeners/0/authentication/type").asText());
        assertEquals("false", kafka.at("/spec/kafka/config/auto.create.topics.enable").asText());
        assertEquals(Integer.MAX_VALUE, kafka.at("/spec/kafka/config/offsets.retention.minutes").asInt());
    }

    @Test
    void keycloakIsWhereTheChartLooksForIt() {
        // Given
        JsonNode keycloak = example("keycloak.yaml").all("Keycloak").getFirst();

        // Then
        for (String values : List.of("small.yaml", "production.yaml")) {
            JsonNode given = example(values).objects().getFirst();
            assertEquals("http://" + Rendered.name(keycloak) + "-service:8080/realms/gongdan", given.at("/keycloak/realmUrl").asText());
            assertEquals(Rendered.name(keycloak) + "-initial-admin", given.at("/realm/admin/existingSecret").asText());
        }
        assertTrue(keycloak.at("/spec/hostname/backchannelDynamic").asBoolean(),
                "processes ask inside the cluster, and tokens bear the address outside");
        assertTrue(keycloak.at("/spec/http/httpEnabled").asBoolean());
    }

    /** Files that the README's commands name, and no more than four commands. */
    @Test
    void theReadmeHasItRunningInFourCommands() {
        // Given
        String readme = Sources.text(Command.HERE.resolve("README.md"));
        String commands = readme.replaceAll("(?s).*?## Four commands.*?```bash\n(.*?)```.*", "$1");

        // When
        List<String> lines = Stream.of(commands.replace("\\\n", " ").split("\n")).filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        // Then
        assertEquals(4, lines.size(), commands);
        for (String file : Sources.all("((?:deploy/kubernetes/)?(?:examples|chart)[a-z/.-]*)", commands)) {
            assertTrue(Command.ROOT.resolve(file).toFile().exists(), file);
        }
    }

    private static Map<String, Set<String>> keys(Rendered secrets) {
        Map<String, Set<String>> keys = new TreeMap<>();
        secrets.all("Secret").forEach(secret -> {
            Set<String> names = new TreeSet<>();
            secret.path("stringData").fieldNames().forEachRemaining(names::add);
            keys.put(Rendered.name(secret), names);
        });
        return keys;
    }

    private static Rendered example(String file) {
        return Rendered.of(Sources.text(Command.HERE.resolve("examples/" + file)));
    }
}
