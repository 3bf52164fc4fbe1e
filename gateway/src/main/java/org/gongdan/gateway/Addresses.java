package org.gongdan.gateway;

import java.net.Inet6Address;
import java.util.Arrays;

import io.vertx.core.net.SocketAddress;

/** What counts as one client among those who are not signed in. */
final class Addresses {

    private Addresses() {}

    /** The IPv4 address; of IPv6 the /64, which is the least that one customer owns, so that single addresses would be no limit at all. */
    static String key(SocketAddress remote) {
        if (remote == null || remote.hostAddress() == null) {
            return "unknown";
        }
        var address = remote.hostAddress();
        if (address.indexOf(':') >= 0) {
            try {
                if (Inet6Address.ofLiteral(address) instanceof Inet6Address six) {
                    return Arrays.toString(Arrays.copyOf(six.getAddress(), 8));
                }
            } catch (IllegalArgumentException notAnAddress) {
                return address;
            }
        }
        return address;
    }
}
