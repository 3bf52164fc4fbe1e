package org.gongdan.sla.agreement;

/** A version is written, then approved by a manager; from then on it is never changed. */
enum VersionStatus {
    DRAFT, ACTIVE
}
