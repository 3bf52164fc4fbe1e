package org.gongdan.ticket.customer;

/** A change names what is new; what it does not name stays. */
final class Given {

    private Given() {
    }

    static <T> T or(T given, T present) {
        return given == null ? present : given;
    }
}
