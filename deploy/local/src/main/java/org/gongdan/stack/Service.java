package org.gongdan.stack;

/** What we build ourselves and start last. */
public enum Service {
    TICKET("ticket-service", 8081, 160, Work.HEAVY),
    DISPATCH("dispatch-service", 8082, 256, Work.LIGHT),
    SLA("sla-service", 8083, 320, Work.HEAVY),
    KNOWLEDGE("knowledge-service", 8084, 128, Work.LIGHT),
    NOTIFICATION("notification-service", 8085, 128, Work.HEAVY),
    GATEWAY("gateway", 8080, 96, Work.HEAVY);

    /** Whether code runs often enough on one machine to earn what the optimizing compiler costs in time and memory. */
    enum Work {
        LIGHT, HEAVY
    }

    private final String module;
    private final int port;
    private final int heapMegabytes;
    private final Work work;

    Service(String module, int port, int heapMegabytes, Work work) {
        this.module = module;
        this.port = port;
        this.heapMegabytes = heapMegabytes;
        this.work = work;
    }

    public String module() {
        return module;
    }

    public int port() {
        return port;
    }

    /** Name of the port of its health and metrics, which the outside must not reach. */
    public String management() {
        return module + "-management";
    }

    Work work() {
        return work;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }
}
