package org.gongdan.bench;

import java.util.List;

import org.gongdan.stack.Service;

/** One part of the bench; its name is what is said on the command line. */
interface Section {

    String name();

    /** @return what must run beside the infrastructure */
    default List<Service> services() {
        return List.of(Service.TICKET);
    }

    /** @return why it cannot run with this stack, or null */
    default String missing(Bench bench) {
        return null;
    }

    void run(Bench bench, Table table) throws Exception;
}
