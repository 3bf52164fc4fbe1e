package org.gongdan.gateway;

/** This process' part of what all replicas of the gateway together may let through (ADR 047). */
final class Share {

    private Share() {}

    /** Rounded up, so that everybody has something: never below 1. */
    static int of(int all, int replicas) {
        return Math.max(1, Math.ceilDiv(all, Math.max(1, replicas)));
    }
}
