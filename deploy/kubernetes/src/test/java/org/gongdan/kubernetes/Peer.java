package org.gongdan.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Somebody who speaks or is spoken to.
 *
 * @param namespace empty of who is no pod
 */
record Peer(String name, String namespace, JsonNode labels, String address, boolean ours) {

    /** Of a pod, by the cluster's network; some networks let blocks of addresses mean pods as well, so it counts. */
    private static final String SOMEWHERE = "10.244.7.7";

    static Peer ours(String name, JsonNode labels) {
        return new Peer(name, "gongdan", labels, SOMEWHERE, true);
    }

    static Peer pod(String name, String namespace, String labels) {
        return new Peer(name, namespace, Rendered.one("{ " + labels + " }"), SOMEWHERE, false);
    }

    static Peer address(String name, String address) {
        return new Peer(name, "", Rendered.one("{}"), address, false);
    }

    boolean pod() {
        return !namespace.isEmpty();
    }
}
