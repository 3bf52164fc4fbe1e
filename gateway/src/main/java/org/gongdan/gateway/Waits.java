package org.gongdan.gateway;

/** For how many nanoseconds a client has to wait because his address comes too often; asking takes his turn. */
interface Waits {

    /** Until he hears that his request is none. */
    default long refusal() {
        return 0;
    }

    /** Until his next request is read, after one that we answered without a service. */
    default long answer() {
        return 0;
    }

    /** Until the next request is read of a caller who was told again to come later. @param subject the caller's */
    default long tooMany(String subject) {
        return 0;
    }
}
