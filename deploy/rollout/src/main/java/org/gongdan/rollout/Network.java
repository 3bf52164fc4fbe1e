package org.gongdan.rollout;

import java.util.ArrayList;
import java.util.List;

/** A bridge of this machine with one network namespace per pod: what a cluster's network is to pods. A link can be cut. */
final class Network implements AutoCloseable {
    /** This machine as pods see it; databases, broker and Keycloak listen here. */
    static final String HOST = "10.84.0.1";
    private static final String BRIDGE = "gongdan-try";
    private static final String NAMESPACE = "gongdan-try-";
    private final List<Link> links = new ArrayList<>();
    private int pods;
    private int services;

    /** @param namespace for podman's {@code --network ns:}. @param address of the pod. @param outer end of its cable in this machine */
    record Link(String namespace, String address, String outer) {
        String path() {
            return "/run/netns/" + namespace;
        }

        /** Nothing goes in or out, and nobody is told. */
        void cut() {
            Shell.run("ip", "link", "set", outer, "down");
        }

        void mend() {
            Shell.run("ip", "link", "set", outer, "up");
        }
    }

    Network() {
        removeWhatAnEarlierRunLeft();
        // An address of its own: else it takes a pod's, and another one when that pod goes, and for half a minute nobody finds this machine.
        Shell.run("ip", "link", "add", BRIDGE, "address", "02:67:6f:6e:67:01", "type", "bridge");
        Shell.run("ip", "address", "add", HOST + "/16", "dev", BRIDGE);
        Shell.run("ip", "link", "set", BRIDGE, "up");
    }

    private static void removeWhatAnEarlierRunLeft() {
        Shell.run("ip", "netns", "list").lines().map(line -> line.split(" ")[0]).filter(name -> name.startsWith(NAMESPACE))
                .forEach(name -> Shell.run("ip", "netns", "delete", name));
        if (Shell.run("ip", "-brief", "link").lines().anyMatch(line -> line.startsWith(BRIDGE + " "))) {
            Shell.run("ip", "link", "delete", BRIDGE);
        }
    }

    synchronized Link plugIn() {
        var number = ++pods;
        var link = new Link(NAMESPACE + number, "10.84." + (1 + number / 250) + "." + (1 + number % 250), "gongdan-p" + number);
        Shell.run("ip", "netns", "add", link.namespace());
        Shell.run("ip", "link", "add", link.outer(), "type", "veth", "peer", "name", "eth0", "netns", link.namespace());
        Shell.run("ip", "link", "set", link.outer(), "master", BRIDGE, "up");
        Shell.run("ip", "-n", link.namespace(), "address", "add", link.address() + "/16", "dev", "eth0");
        Shell.run("ip", "-n", link.namespace(), "link", "set", "eth0", "up");
        Shell.run("ip", "-n", link.namespace(), "link", "set", "lo", "up");
        links.add(link);
        return link;
    }

    synchronized void unplug(Link link) {
        links.remove(link);
        Shell.run("ip", "netns", "delete", link.namespace());
    }

    /** An address of a Service. */
    synchronized String serviceAddress() {
        var address = "10.84.200." + ++services;
        Shell.run("ip", "address", "add", address + "/16", "dev", BRIDGE);
        return address;
    }

    @Override
    public synchronized void close() {
        List.copyOf(links).forEach(this::unplug);
        Shell.run("ip", "link", "delete", BRIDGE);
    }
}
