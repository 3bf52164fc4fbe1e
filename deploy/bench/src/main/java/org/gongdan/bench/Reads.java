package org.gongdan.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reading one ticket and lists of the 20 newest, with few and with many tickets. */
final class Reads implements Section {

    private static final int FEW = 50_000;
    private static final int MANY = 1_000_000;
    private static final int[] LADDER = {250, 500, 750, 1000, 1500, 2000, 3000, 4000};
    private static final int[] SEARCHES = {50, 100, 200, 400, 600, 800, 1000};
    /** At this rate the CPU per request is taken: low enough for every machine to keep. */
    private static final int COST_RATE = 200;
    private static final List<String> STATUS = List.of("OPEN", "IN_PROGRESS", "WAITING", "ON_SITE", "RESOLVED", "CLOSED");

    private record Kind(String what, String path, String items, String target, int rate, double millis) {
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("read one ticket", "/api/tickets/${item}",
                    "select id::text from ticket where summary like '批量%' order by random() limit 3000", "≥ 3,000/s, p99 ≤ 10 ms", 3000,
                    10),
            new Kind("20 newest by status", "/api/tickets?limit=20&status=${item}", null, "≥ 2,000/s", 2000, 200),
            new Kind("20 newest of a customer", "/api/tickets?limit=20&customerId=${item}",
                    "select id::text from customer where name like '批量%'", "≥ 2,000/s", 2000, 200),
            new Kind("20 newest of a customer by status", "/api/tickets?limit=20&status=WAITING&customerId=${item}",
                    "select id::text from customer where name like '批量%'", "≥ 2,000/s", 2000, 200));

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public void run(Bench bench, Table table) throws Exception {
        bench.others(false);
        BulkTickets bulk = new BulkTickets(bench.ticketData());
        bulk.growTo(bench.many(FEW));
        Map<String, Double> few = measure(bench, table, "%,d".formatted(bench.many(FEW)));
        double took = bulk.growTo(bench.many(MANY));
        System.out.printf("      many tickets loaded in %.0f s%n", took);
        Map<String, Double> many = measure(bench, table, "%,d".formatted(bench.many(MANY)));
        many.forEach((what, cost) -> table.add(what + ": CPU with many tickets against few", "%.2f ×".formatted(cost / few.get(what)),
                "≤ 1.5 ×", cost / few.get(what) <= 1.5,
                "%.2f and %.2f CPU ms of all processes, %d/s".formatted(cost, few.get(what), COST_RATE)));
        search(bench, table);
    }

    private static Map<String, Double> measure(Bench bench, Table table, String size) throws Exception {
        Map<String, Double> cost = new LinkedHashMap<>();
        for (Kind kind : KINDS) {
            List<String> items = kind.items() == null ? STATUS : bench.ticketData().list(kind.items(), row -> row.getString(1));
            Load.Request request = Load.Request.get(kind.path(), items);
            bench.ticketLoad().run(COST_RATE, bench.seconds(5), request);
            Meter meter = bench.meter(Bench.COMMAND_PATH);
            Load.Outcome slow = bench.ticketLoad().run(COST_RATE, bench.seconds(6), request);
            Meter.Reading cpu = meter.read();
            cost.put(kind.what(), cpu.total() / slow.answered());
            System.out.println("      " + kind.what() + " " + slow.sentence());
            Steps.Found found = Steps.climb(LADDER, kind.millis(), rate -> bench.ticketLoad().run(rate, bench.seconds(4), request),
                    Load.Outcome::kept);
            String measured = found.highest().map(Load.Outcome::sentence).orElse("not even " + LADDER[0] + "/s kept");
            table.add(kind.what() + ", " + size + " tickets", measured, kind.target(),
                    found.fast().filter(fast -> fast.rate() >= kind.rate()).isPresent(),
                    "%.2f CPU ms at %d/s (%s); others took %.0f %%".formatted(cost.get(kind.what()), COST_RATE,
                            cpu.perUnit(slow.answered()), 100 * cpu.others()));
        }
        return cost;
    }

    /** Words that few, all and none of the tickets hold. */
    private static void search(Bench bench, Table table) throws Exception {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("of one ticket in 1,000", IntStream.range(0, 100).mapToObj(n -> (900 + n) + "-" + n % 2).toList());
        words.put("of every ticket", List.of("%E6%94%B6%E9%93%B6%E6%9C%BA"));
        words.put("of no ticket", List.of("zzz", "%E7%A9%BA%E8%B0%83"));
        for (Map.Entry<String, List<String>> word : words.entrySet()) {
            Load.Request request = Load.Request.get("/api/tickets?limit=20&query=${item}", word.getValue());
            bench.ticketLoad().run(SEARCHES[0], bench.seconds(5), request);
            Meter meter = bench.meter(Bench.COMMAND_PATH);
            Load.Outcome slow = bench.ticketLoad().run(SEARCHES[0], bench.seconds(6), request);
            Meter.Reading cpu = meter.read();
            Steps.Found found = Steps.climb(SEARCHES, 200, rate -> bench.ticketLoad().run(rate, bench.seconds(4), request),
                    Load.Outcome::kept);
            table.add("search for a word " + word.getKey() + ", many tickets",
                    found.highest().map(Load.Outcome::sentence).orElse("not even " + SEARCHES[0] + "/s kept"),
                    "≥ 600/s", found.rate() >= 600,
                    "%.2f CPU ms at %d/s (%s)".formatted(cpu.total() / slow.answered(), SEARCHES[0], cpu.perUnit(slow.answered())));
        }
    }
}
