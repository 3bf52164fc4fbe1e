package org.gongdan.ticket;

/** For whom or what a ticket waits. */
public enum WaitReason {
    CUSTOMER, PARTS, THIRD_PARTY
}
