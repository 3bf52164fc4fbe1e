package org.gongdan.gateway;

/** One path prefix, who serves it and whether it is open to everybody. */
record Route(String prefix, boolean open, Upstream upstream) {

    boolean covers(String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
