package org.gongdan.rollout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.gongdan.stack.Ports;
import org.gongdan.stack.Stack;

/**
 * The local stack's PostgreSQL, Kafka, Keycloak and mail server as a cluster has them: reached over the network, PostgreSQL by TLS only, Kafka by SASL_SSL
 * with the accounts and permissions that the chart renders, everywhere other passwords than the demo's.
 */
final class Infrastructure implements AutoCloseable {
    private static final int OFFSET = 8400;
    static final Ports PORTS = Ports.offset(OFFSET);
    private static final int KAFKA_FOR_PODS = PORTS.of(Ports.KAFKA) + 3;
    private static final List<String> DATABASES = List.of("ticket", "dispatch", "sla", "knowledge", "notification");
    private static final String HBA = """
            host all all 127.0.0.1/32 scram-sha-256
            hostssl all all 10.84.0.0/16 scram-sha-256
            """;

    final Stack stack;

    private Infrastructure(Stack stack) {
        this.stack = stack;
    }

    static Infrastructure start(Path folder, Chart chart, Secrets secrets, boolean fresh) throws Exception {
        var authority = Authority.make(folder.resolve("certificates"), Network.HOST);
        for (var secret : List.of("postgresql-authority", "kafka-authority")) {
            secrets.put(secret, "ca.crt", Files.readString(authority.certificate()));
        }
        var stack = Stack.builder().ports(PORTS).data(folder.resolve("data")).fresh(fresh).services()
                .settings(Ports.POSTGRES, postgres(folder, authority)).settings(Ports.KAFKA, kafka(authority))
                .environment(Ports.KEYCLOAK, Map.of("KC_HTTP_HOST", "0.0.0.0", "KC_HOSTNAME", address(Ports.KEYCLOAK)))
                .javaOptions(Ports.MAIL, "-Dgreenmail.smtp.hostname=0.0.0.0").start();
        try {
            var infrastructure = new Infrastructure(stack);
            infrastructure.changePasswords(secrets);
            infrastructure.makeUsers(chart, secrets);
            new RealmSecrets("http://127.0.0.1:" + PORTS.of(Ports.KEYCLOAK)).change(secrets,
                    chart.secretOf("gateway", "OIDC_CLIENT_SECRET"));
            for (var key : List.of("session-encryption", "sign-in")) {
                secrets.make(chart.secretOf("gateway", "SIGN_IN_SECRET"), key);
            }
            return infrastructure;
        } catch (Exception e) {
            stack.stop();
            throw e;
        }
    }

    static String address(String part) {
        return "http://" + Network.HOST + ":" + PORTS.of(part);
    }

    private static Map<String, String> postgres(Path folder, Authority authority) throws Exception {
        var hba = Files.writeString(Files.createDirectories(folder).resolve("pg_hba.conf"), HBA);
        return Map.of("listen_addresses", "127.0.0.1," + Network.HOST, "hba_file", hba.toString(), "ssl", "on", "ssl_cert_file",
                authority.certificate().toString(), "ssl_key_file", authority.key().toString(), "log_connections", "off");
    }

    /** On the machine itself the broker asks nobody, so that the books can be read; pods meet the other door only. */
    private static Map<String, String> kafka(Authority authority) {
        return Map.of("listeners",
                "PLAINTEXT://127.0.0.1:" + PORTS.of(Ports.KAFKA) + ",SASL_SSL://" + Network.HOST + ":" + KAFKA_FOR_PODS
                        + ",CONTROLLER://127.0.0.1:"
                        + PORTS.of(Ports.KAFKA_CONTROLLER),
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL",
                "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "ssl.keystore.type", "PEM", "ssl.keystore.location", authority.both().toString(),
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer", "super.users", "User:ANONYMOUS");
    }

    private void changePasswords(Secrets secrets) throws SQLException {
        try (var connection = stack.database("postgres"); var statement = connection.createStatement()) {
            for (var name : DATABASES) {
                statement.execute("ALTER ROLE " + name + " PASSWORD '" + secrets.make("gongdan-" + name, "password") + "'");
                statement
                        .execute("ALTER ROLE " + name + "_owner PASSWORD '" + secrets.make("gongdan-" + name + "-owner", "password") + "'");
            }
        }
    }

    /** What Strimzi's operator would make of the KafkaUsers. */
    private void makeUsers(Chart chart, Secrets secrets) throws ExecutionException, InterruptedException {
        var accounts = new ArrayList<UserScramCredentialAlteration>();
        var permissions = new ArrayList<AclBinding>();
        chart.users().forEach((user, acls) -> {
            var password = secrets.make(user, "password");
            secrets.put(user, "sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user
                    + "\" password=\"" + password + "\";");
            accounts.add(new UserScramCredentialUpsertion(user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password));
            for (var acl : acls) {
                var what = new ResourcePattern(ResourceType.fromString(acl.type()), acl.name(),
                        acl.prefix() ? PatternType.PREFIXED : PatternType.LITERAL);
                acl.operations().forEach(operation -> permissions.add(new AclBinding(what, new AccessControlEntry("User:" + user, "*",
                        AclOperation.fromString(operation), AclPermissionType.ALLOW))));
            }
        });
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafkaHere()))) {
            admin.alterUserScramCredentials(accounts).all().get();
            admin.createAcls(permissions).all().get();
        }
    }

    static String kafkaHere() {
        return "127.0.0.1:" + PORTS.of(Ports.KAFKA);
    }

    @Override
    public void close() {
        stack.stop();
    }
}
