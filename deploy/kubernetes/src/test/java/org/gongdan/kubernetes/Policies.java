package org.gongdan.kubernetes;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** What NetworkPolicies allow, by the rules of Kubernetes: a pod that some policy selects may do only what one of them allows; both ends must allow it. */
record Policies(List<JsonNode> policies, String namespace) {

    boolean allow(Peer from, Peer to, int port) {
        return allows(from, "Egress", "egress", "to", to, port) && allows(to, "Ingress", "ingress", "from", from, port);
    }

    boolean closed(Peer pod) {
        return policies.stream().anyMatch(policy -> concerns(policy, pod, "Ingress") && concerns(policy, pod, "Egress")
                && !policy.path("spec").has("ingress") && !policy.path("spec").has("egress"));
    }

    private boolean allows(Peer pod, String type, String rules, String side, Peer other, int port) {
        List<JsonNode> mine = policies.stream().filter(policy -> concerns(policy, pod, type)).toList();
        return mine.isEmpty() || mine.stream().flatMap(policy -> Rendered.list(policy.at("/spec/" + rules)).stream())
                .anyMatch(rule -> portFits(rule, port) && peerFits(rule.path(side), other));
    }

    private boolean concerns(JsonNode policy, Peer pod, String type) {
        return pod.namespace().equals(namespace)
                && policy.at("/spec/policyTypes").toString().contains("\"" + type + "\"")
                && Labels.selects(policy.at("/spec/podSelector"), pod.labels());
    }

    private static boolean portFits(JsonNode rule, int port) {
        JsonNode ports = rule.path("ports");
        return ports.isEmpty() || Rendered.list(ports).stream().anyMatch(entry -> entry.path("port").asInt() == port);
    }

    private boolean peerFits(JsonNode peers, Peer other) {
        // No list at all means everybody.
        return peers.isEmpty() || Rendered.list(peers).stream().anyMatch(peer -> fits(peer, other));
    }

    private boolean fits(JsonNode peer, Peer other) {
        if (peer.has("ipBlock")) {
            return within(peer.at("/ipBlock/cidr").asText(), other.address())
                    && Rendered.list(peer.at("/ipBlock/except")).stream().noneMatch(but -> within(but.asText(), other.address()));
        }
        if (!other.pod()) {
            return false;
        }
        boolean place = peer.has("namespaceSelector")
                ? Labels.selects(peer.path("namespaceSelector"), Rendered.one("{ kubernetes.io/metadata.name: " + other.namespace() + " }"))
                : other.namespace().equals(namespace);
        return place && (!peer.has("podSelector") || Labels.selects(peer.path("podSelector"), other.labels()));
    }

    private static boolean within(String network, String address) {
        String[] parts = network.split("/");
        int bits = Integer.parseInt(parts[1]);
        long mask = bits == 0 ? 0 : 0xFFFFFFFFL << (32 - bits) & 0xFFFFFFFFL;
        return (number(parts[0]) & mask) == (number(address) & mask);
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }
}
