package org.gongdan.stack;

/** What we build ourselves and start last. */
public enum Service {
    TICKET("ticket-service", 8081, 160),
    DISPATCH("dispatch-service", 8082, 160),
    SLA("sla-service", 8083, 160),
    KNOWLEDGE("knowledge-service", 8084, 160),
    NOTIFICATION("notification-service", 8085, 160),
    GATEWAY("gateway", 8080, 128);

    private final String module;
    private final int port;
    private final int heapMegabytes;

    Service(String module, int port, int heapMegabytes) {
        this.module = module;
        this.port = port;
        this.heapMegabytes = heapMegabytes;
    }

    public String module() {
        return module;
    }

    public int port() {
        return port;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }
}
