package org.gongdan.gateway;

import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Open connections by the address they come from. Per replica. */
@ApplicationScoped
class Connections {

    private final int most;
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

    /** Behind a proxy all connections are the proxy's, and to limit them is its business. */
    Connections(GatewayConfig config, VertxHttpConfig http) {
        most = http.proxy().proxyAddressForwarding() ? 0 : config.connections().perAddress();
    }

    /** @param address in the form of {@link Addresses#key} */
    int open(String address) {
        return open.getOrDefault(address, 0);
    }

    /** Counts the connection until it closes. @return false for one too many */
    boolean admits(SocketAddress remote, Channel channel) {
        var address = Addresses.key(remote);
        var count = open.merge(address, 1, Integer::sum);
        channel.closeFuture().addListener(closed -> open.compute(address, (key, now) -> now == 1 ? null : now - 1));
        return most == 0 || count <= most;
    }
}
