package org.gongdan.bench;

/** One part of the bench; its name is what is said on the command line. */
interface Section {

    String name();

    /** @return why it cannot run with this stack, or null */
    default String missing(Bench bench) {
        return null;
    }

    void run(Bench bench, Table table) throws Exception;
}
