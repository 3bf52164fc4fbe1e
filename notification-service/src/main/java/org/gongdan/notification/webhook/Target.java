package org.gongdan.notification.webhook;

import java.net.InetAddress;

/**
 * Where a webhook leads, checked. The connection is made to this very address: a name that leads elsewhere a moment later is of no use.
 *
 * @param host for the certificate and the Host header
 * @param path with query
 */
record Target(InetAddress address, String host, int port, boolean tls, String path) {
}
