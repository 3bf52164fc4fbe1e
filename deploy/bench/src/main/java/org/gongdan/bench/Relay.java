package org.gongdan.bench;

/** How fast a backlog in the outbox goes to the broker: events of a type nobody listens to, so that consumers cost little. */
final class Relay implements Section {

    private static final String BACKLOG = """
            insert into outbox (event_id, topic, key, type, sequence, customer, occurred, payload)
            select uuidv7(), 'ticket-events', uuidv7(), 'BenchNoted.v1', 0, '%s', now(), convert_to('{"text":"' || repeat('x', 580) || '"}', 'UTF8')
            from generate_series(1, %d)""";

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public void run(Bench bench, Table table) throws Exception {
        int rows = bench.many(50_000);
        for (int warm = 0; warm < 2; warm++) {
            drain(bench, rows / 5);
        }
        Meter meter = bench.meter(Bench.COMMAND_PATH);
        double seconds = drain(bench, rows);
        Meter.Reading cpu = meter.read();
        table.add("relay: backlog of %,d events of 600 bytes".formatted(rows), "%,.0f events/s".formatted(rows / seconds), "≥ 3,000/s",
                rows / seconds >= 3000,
                "rows become visible in one commit; time until the outbox is empty; %.2f CPU ms per event (%s); others took %.0f %%"
                        .formatted(cpu.total() / rows, cpu.perUnit(rows), 100 * cpu.others()));
    }

    private static double drain(Bench bench, int rows) throws Exception {
        bench.ticketData().run(BACKLOG.formatted(Bench.CUSTOMER, rows));
        return Effects.awaitQuiet(bench.ticketData(), 120);
    }
}
