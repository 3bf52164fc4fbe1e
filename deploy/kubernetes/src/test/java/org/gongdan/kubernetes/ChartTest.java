package org.gongdan.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

class ChartTest {

    @Test
    void helmFindsNoFaultInIt() {
        Command.run("helm", "lint", "--strict", "chart", "-f", "examples/production.yaml").orFail();
        Command.run("helm", "lint", "--strict", "chart", "-f", "examples/small.yaml").orFail();
    }

    @Test
    void twoRendersAreTheSame() {
        assertEquals(Chart.template(Chart.EVERYTHING).orFail().output(), Chart.template(Chart.EVERYTHING).orFail().output());
    }

    /** What is generated changes at each sync; what is looked up is missing in `helm template`; hooks hold up upgrades for ever when they fail. */
    @Test
    void templatesGenerateNothingLookNothingUpAndHookNowhere() throws IOException {
        Pattern forbidden = Pattern
                .compile("\\b(lookup|rand[A-Z]\\w+|genCA|gen\\w*Cert\\w*|genPrivateKey|uuidv4|derivePassword|now|htpasswd|bcrypt)\\b"
                        + "|helm\\.sh/hook|kind: Secret");
        List<String> found = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(Chart.FOLDER.resolve("templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                // Comments and the notes may use the words.
                String code = String.join("\n",
                        Pattern.compile("\\{\\{.*?\\}\\}|helm\\.sh/hook|^kind: Secret", Pattern.DOTALL | Pattern.MULTILINE)
                                .matcher(Files.readString(template)).results().map(part -> part.group())
                                .filter(part -> !part.startsWith("{{/*")).toList());
                forbidden.matcher(code).results().forEach(match -> found.add(template.getFileName() + ": " + match.group()));
            }
        }
        assertEquals(List.of(), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            url=http://service.example.com               | /url
            url=https://service.example.com/             | /url
            url=                                         | /url
            urll=https://service.example.com             | additional properties 'urll' not allowed
            postgresql.address=db                        | /postgresql/address
            postgresql.address=                          | /postgresql/address
            postgresql.tls=yes                           | /postgresql/tls
            postgresql.certificateAuthority.existingSecret= | /postgresql/certificateAuthority/existingSecret
            postgresql.password=secret                   | additional properties 'password' not allowed
            kafka.bootstrapServers=kafka                 | /kafka/bootstrapServers
            kafka.securityProtocol=SSL_SASL              | /kafka/securityProtocol
            kafka.partitions=5                           | /kafka/partitions
            keycloak.realmUrl=http://keycloak:8080       | /keycloak/realmUrl
            realm.admin.existingSecret=                  | /realm/admin/existingSecret
            strimzi.cluster=                             | /strimzi/cluster
            strimzi.minInSyncReplicas=4                  | minInSyncReplicas is more than strimzi.replicas
            route.parentRefs=null                        | /route
            route.timeouts.idle=1m                       | additional properties 'idle' not allowed
            ingress.enabled=true                         | 'not' failed
            trustedProxies={proxy.example}               | /trustedProxies/0
            podNetworks={}                               | /podNetworks
            mail.host=                                   | /mail/host
            mail.from=nobody                             | /mail/from
            mail.security=ssl                            | /mail/security
            networkPolicy.egress.postgresql.to={}        | /networkPolicy/egress/postgresql/to
            networkPolicy.egress.everything.to=1         | additional properties 'everything' not allowed
            monitoring.interval=often                    | /monitoring/interval
            preStopSeconds=20                            | preStopSeconds must be less than drainSeconds
            terminationGraceSeconds=50                   | terminationGraceSeconds must be at least 50 more
            defaults.autoscaling.minReplicas=9           | minReplicas is more than maxReplicas
            defaults.autoscaling.maxReplicas=9           | /defaults/autoscaling/maxReplicas
            processes.sla-service.autoscaling.maxReplicas=9 | /processes/sla-service/autoscaling/maxReplicas
            processes.sla-service.replicas=9             | /processes/sla-service/replicas
            processes.gateway.autoscaling.by=lag         | /processes/gateway/autoscaling/by
            keda.prometheusUrl=                          | needs keda.prometheusUrl
            processes.billing-service.replicas=2         | additional properties 'billing-service' not allowed
            processes.gateway.database.name=x            | additional properties 'database' not allowed
            processes.gateway.existingSecret=            | /processes/gateway/existingSecret
            processes.gateway.existingSecret=gongdan-gateway | has the name of the Secret that Strimzi makes
            processes.sla-service.database.existingSecret= | /processes/sla-service/database/existingSecret
            processes.sla-service.resources.limits.memory=much | /processes/sla-service/resources/limits/memory
            defaults.env[0].value=x                      | /defaults/env/0
            """)
    void valuesThatCannotWorkAreRefused(String value, String says) {
        // When
        Command refused = Chart.template("-f", "examples/production.yaml", "--set", value);

        // Then
        assertNotEquals(0, refused.exit(), value);
        assertTrue(refused.errors().contains(says), refused.errors());
    }

    @Test
    void withoutValuesItSaysEachThatIsMissing() {
        // When
        String errors = Chart.template().errors();

        // Then
        for (String missing : List.of("/url", "/postgresql/address", "/kafka/bootstrapServers", "/keycloak/realmUrl", "/mail/host",
                "/mail/from")) {
            assertTrue(errors.contains(missing), () -> missing + " is not named: " + errors);
        }
    }

    @Test
    void theSchemaKnowsEveryObjectByItsProperties() throws IOException {
        // Given
        JsonNode schema = Rendered.one(Files.readString(Chart.FOLDER.resolve("values.schema.json")));

        // When
        List<String> open = new ArrayList<>();
        open(schema, "", open);

        // Then
        assertEquals(List.of(), open);
    }

    /** Objects with properties must be closed; those that Kubernetes defines (labels, tolerations …) have none here. */
    private static void open(JsonNode schema, String path, List<String> open) {
        if (schema.path("type").asText().equals("object") && schema.has("properties")
                && !(schema.path("additionalProperties").isBoolean() && !schema.path("additionalProperties").asBoolean())) {
            open.add(path);
        }
        schema.properties().forEach(entry -> open(entry.getValue(), path + "/" + entry.getKey(), open));
    }

    @Test
    void everyValueThatIsThereIsInTheSchemaAndTheOtherWayRound() throws IOException {
        // Given
        JsonNode schema = Rendered.one(Files.readString(Chart.FOLDER.resolve("values.schema.json")));
        JsonNode values = Rendered.one(Files.readString(Chart.FOLDER.resolve("values.yaml")));

        // When
        List<String> known = new ArrayList<>(), there = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        values.fieldNames().forEachRemaining(there::add);
        known.remove("global");

        // Then
        assertEquals(known.stream().sorted().toList(), there.stream().sorted().toList());
    }

    @Test
    void theNotesNameEverySecretThatIsNeeded() {
        // When
        String notes = Command
                .run("helm", "install", "gongdan", "chart", "--namespace", "gongdan", "-f", "examples/production.yaml",
                        "--dry-run=client")
                .orFail().output();

        // Then
        String text = notes.substring(notes.indexOf("NOTES:"));
        for (JsonNode pod : Chart.production().pods()) {
            for (JsonNode variable : Rendered.container(pod).path("env")) {
                String secret = variable.at("/valueFrom/secretKeyRef/name").asText();
                assertTrue(secret.isEmpty() || text.contains("Secret " + secret), secret + " is missing in: " + text);
            }
        }
        assertFalse(text.contains("WARNING: trustedProxies"), text);
    }
}
