package org.gongdan.platform.stop;

/**
 * In which order the parts of a process stop when its HTTP server has closed, as priorities of who observes its end: whoever brings work before whoever does
 * it, and last of all who publishes what was committed, so that nothing committed is left untold until the next process begins.
 */
public final class Stops {

    /** Events come no more, and those in hand are applied. */
    public static final int CONSUMERS = 1;
    /** Timers, deliveries and chores. */
    public static final int LOOPS = 2;
    /** Transactions that nobody waits for any more. */
    public static final int TRANSACTIONS = 3;
    /** Who publishes. */
    public static final int RELAY = 4;

    private Stops() {
    }
}
