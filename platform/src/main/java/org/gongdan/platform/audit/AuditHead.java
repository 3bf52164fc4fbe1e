package org.gongdan.platform.audit;

/** A place in the chain and the hash that was there. @param position from 1; 0 before the first row */
record AuditHead(long position, String hash) {

    static final AuditHead START = new AuditHead(0, AuditChain.START);
}
