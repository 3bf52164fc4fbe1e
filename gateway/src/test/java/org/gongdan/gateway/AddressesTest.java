package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

import io.vertx.core.net.SocketAddress;

class AddressesTest {

    @Test
    void neighboursInOneNetworkOfVersion6AreOneClient() {
        // When
        var one = Addresses.key(SocketAddress.inetSocketAddress(1, "2001:db8:1:2:3:4:5:6"));
        // Then
        assertEquals(one, Addresses.key(SocketAddress.inetSocketAddress(2, "2001:db8:1:2::7")));
        assertNotEquals(one, Addresses.key(SocketAddress.inetSocketAddress(1, "2001:db8:1:3::7")));
        assertNotEquals(Addresses.key(SocketAddress.inetSocketAddress(1, "10.0.0.1")),
                Addresses.key(SocketAddress.inetSocketAddress(1, "10.0.0.2")));
    }
}
