package org.gongdan.notification.webhook;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells hosts of the public internet from everything else: this machine, our network, the cloud's metadata services. IPv6 is refused
 * unless it is global unicast, which also refuses every form in which IPv4 hides (mapped, compatible, NAT64); Java itself reads mapped
 * addresses as IPv4.
 */
final class PublicAddress {

    private static final Range GLOBAL_UNICAST = Range.of("2000::/3");
    private static final List<Range> REFUSED = Stream.of(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32",                                     // Azure's metadata service has a public address
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20") // Teredo and 6to4 lead to IPv4 of the sender's choice
            .map(Range::of).toList();

    private PublicAddress() {
    }

    static boolean is(InetAddress address) {
        boolean known = address instanceof Inet4Address || GLOBAL_UNICAST.contains(address);
        return known && REFUSED.stream().noneMatch(range -> range.contains(address));
    }

    private record Range(BigInteger network, int prefix, int bits) {

        static Range of(String cidr) {
            String[] parts = cidr.split("/");
            try {
                byte[] address = InetAddress.getByName(parts[0]).getAddress();
                int prefix = Integer.parseInt(parts[1]);
                int bits = address.length * 8;
                return new Range(new BigInteger(1, address).shiftRight(bits - prefix), prefix, bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(cidr, e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            return bytes.length * 8 == bits && new BigInteger(1, bytes).shiftRight(bits - prefix).equals(network);
        }
    }
}
