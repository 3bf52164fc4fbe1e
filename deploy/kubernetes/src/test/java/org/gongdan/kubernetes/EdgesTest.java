package org.gongdan.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may speak to whom: what the NetworkPolicies allow, computed for every pair and port, is this table and nothing else. */
class EdgesTest {

    private static final String EDGES = """
            proxy                -> gateway:8080
            keycloak             -> gateway:8080
            prometheus           -> gateway:9080, ticket-service:9080, dispatch-service:9080
            prometheus           -> sla-service:9080, knowledge-service:9080, notification-service:9080
            gateway              -> ticket-service:8080, dispatch-service:8080, sla-service:8080, knowledge-service:8080, notification-service:8080
            gateway              -> dns:53, kafka:9093, keycloak:8080, keycloak:8443
            ticket-service       -> dns:53, kafka:9093, keycloak:8080, keycloak:8443, postgresql:5432
            dispatch-service     -> dns:53, kafka:9093, keycloak:8080, keycloak:8443, postgresql:5432
            sla-service          -> dns:53, kafka:9093, keycloak:8080, keycloak:8443, postgresql:5432
            knowledge-service    -> dns:53, kafka:9093, keycloak:8080, keycloak:8443, postgresql:5432
            notification-service -> dns:53, kafka:9093, keycloak:8080, keycloak:8443, postgresql:5432, mail:587, receiver:443, mail:443
            rebuild              -> dns:53, kafka:9093, postgresql:5432
            restore              -> dns:53, kafka:9093, postgresql:5432
            realm                -> dns:53, keycloak:8080, keycloak:8443
            """;

    private static final String TRACES = """
            ticket-service       -> traces:4317
            dispatch-service     -> traces:4317
            sla-service          -> traces:4317
            knowledge-service    -> traces:4317
            notification-service -> traces:4317
            rebuild              -> traces:4317
            """;

    private static final Set<Integer> PORTS = Set.of(22, 25, 53, 80, 443, 587, 4317, 5432, 6443, 8080, 8443, 9080, 9090, 9092, 9093);

    /** Pods of others as their operators label them, and addresses outside. "stranger" is a pod of somebody's in the same namespace. */
    private static List<Peer> others() {
        return List.of(
                Peer.pod("postgresql", "gongdan", "cnpg.io/cluster: gongdan-postgresql, cnpg.io/instanceRole: primary"),
                Peer.pod("kafka", "gongdan",
                        "strimzi.io/cluster: gongdan-kafka, strimzi.io/kind: Kafka, strimzi.io/name: gongdan-kafka-kafka"),
                Peer.pod("keycloak", "gongdan", "app: keycloak, app.kubernetes.io/instance: gongdan-keycloak"),
                Peer.pod("dns", "kube-system", "k8s-app: kube-dns"),
                Peer.pod("prometheus", "monitoring", "app.kubernetes.io/name: prometheus"),
                Peer.pod("proxy", "gateways", "app.kubernetes.io/name: envoy"),
                Peer.pod("traces", "monitoring", "app.kubernetes.io/name: opentelemetry-collector"),
                Peer.pod("stranger", "gongdan", "app: stranger"),
                Peer.pod("strangers-database", "elsewhere", "app: postgresql"),
                Peer.address("mail", "203.0.113.25"),
                Peer.address("receiver", "198.51.100.7"),
                Peer.address("metadata", "169.254.169.254"),
                Peer.address("inside", "10.1.2.3"));
    }

    @Test
    void productionAllowsExactlyTheEdgesOfTheArchitecture() {
        assertEquals(table(EDGES), allowed(Chart.production()));
    }

    @Test
    void tracesAddOneEdgeOfEachService() {
        assertEquals(table(EDGES + TRACES), allowed(Chart.everything()));
    }

    /** Without values of one's own the proxy may be any pod, and the mail server anywhere. */
    @Test
    void defaultsAreTheSameButForTheProxyAndTheMailServer() {
        // Given
        Set<String> wanted = table(EDGES);
        others().stream().filter(Peer::pod).forEach(anybody -> wanted.add(anybody.name() + " -> gateway:8080"));
        others().forEach(anybody -> wanted.add("notification-service -> " + anybody.name() + ":587"));

        // When
        Set<String> allowed = allowed(Chart.small());

        // Then
        assertEquals(wanted, allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "ticket-service", "rebuild", "restore", "realm"})
    void everyPodOfOursIsClosedBeforeItIsOpened(String name) {
        // Given
        Rendered rendered = Chart.production();
        Peer pod = ours(rendered).stream().filter(peer -> peer.name().equals(name)).findFirst().orElseThrow();

        // Then
        assertTrue(new Policies(rendered.all("NetworkPolicy"), "gongdan").closed(pod));
    }

    private static Set<String> allowed(Rendered rendered) {
        Policies policies = new Policies(rendered.all("NetworkPolicy"), "gongdan");
        List<Peer> all = new ArrayList<>(ours(rendered));
        all.addAll(others());
        Set<String> allowed = new TreeSet<>();
        for (Peer from : all) {
            for (Peer to : all) {
                // What others do among themselves is theirs.
                if (from != to && (from.ours() || to.ours())) {
                    PORTS.stream().filter(port -> policies.allow(from, to, port))
                            .forEach(port -> allowed.add(from.name() + " -> " + to.name() + ":" + port));
                }
            }
        }
        return allowed;
    }

    private static List<Peer> ours(Rendered rendered) {
        return rendered.pods().stream().map(pod -> Peer.ours(Rendered.label(pod), pod.at("/metadata/labels")))
                .toList();
    }

    private static Set<String> table(String text) {
        Set<String> edges = new TreeSet<>();
        text.lines().forEach(line -> {
            String[] sides = line.split("->");
            for (String target : new LinkedHashSet<>(List.of(sides[1].trim().split(",\\s*")))) {
                edges.add(sides[0].trim() + " -> " + target);
            }
        });
        return edges;
    }
}
