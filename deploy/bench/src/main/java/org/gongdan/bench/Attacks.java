package org.gongdan.bench;

import java.util.List;
import java.util.stream.Stream;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Service;
import org.gongdan.stack.Tokens;

/** An honest client's reading through the gateway, alone and while somebody else tries each rule of the gateway for a minute. */
final class Attacks implements Section {

    /** Below what one client may keep up (50/s). */
    private static final int RATE = 20;
    private static final int SECONDS = 60;
    private static final int CONNECTIONS = 32;
    private static final List<String> PROCESSES = List.of(Service.GATEWAY.module(), Service.TICKET.module(), Service.DISPATCH.module(),
            Ports.POSTGRES);
    private static final Load.Request READ = Load.Request.get("/api/tickets?limit=20", List.of());

    private final String named;

    /** @param named part of the names of the attacks that are wanted; an empty one for all of them */
    Attacks(String named) {
        this.named = named;
    }

    @Override
    public String name() {
        return "attack";
    }

    @Override
    public List<Service> services() {
        return List.of(Service.TICKET, Service.DISPATCH, Service.GATEWAY);
    }

    @Override
    public void run(Bench bench, Table table) throws Exception {
        bench.others(true);
        List<Attack> wanted = Stream.of(Attack.all(ticket(bench))).filter(attack -> attack.rule().contains(named)).toList();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("no attack has a name with " + named);
        }
        for (int load = 0; load < 3; load++) {
            System.out.println("      warm-up: " + honest(bench, bench.warmSeconds()).sentence());
        }
        for (Attack attack : wanted) {
            attack(bench, table, attack);
        }
    }

    private static void attack(Bench bench, Table table, Attack attack) throws Exception {
        // Taken anew before each: the machine's own pace changes by the minute.
        Meter before = bench.meter(PROCESSES);
        Load.Outcome alone = honest(bench, bench.seconds(SECONDS / 2));
        Meter.Reading usual = before.read();
        Meter meter = bench.meter(PROCESSES);
        Attacker attacker = Attacker.start(attack, gateway(bench), new Tokens(bench.stack().realm()).ofUser("supervisor"));
        Load.Outcome beside;
        try {
            beside = honest(bench, bench.seconds(SECONDS));
        } finally {
            attacker.close();
        }
        Meter.Reading cost = meter.read();
        double ratio = beside.p99() / alone.p99();
        table.add("attack: " + attack.rule(),
                "p99 %.1f ms instead of %.1f: %.2f ×; %d errors of %d".formatted(beside.p99(), alone.p99(), ratio,
                        beside.errors(), beside.answered() + beside.errors()),
                "≤ 2 ×, no error", ratio <= 2 && beside.errors() == 0,
                "the attacker, %d connections: %s; CPU in ms per second: %s, without him %s; others took %.0f %% of the machine".formatted(
                        attack.connections(),
                        attacker.seen(), cost.perUnit(cost.seconds()), usual.perUnit(usual.seconds()), 100 * cost.others()));
    }

    private static Load.Outcome honest(Bench bench, int seconds) {
        return new Load(gateway(bench), bench.token(), CONNECTIONS).run(RATE, seconds, READ);
    }

    private static int gateway(Bench bench) {
        return bench.stack().ports().of(Service.GATEWAY.module());
    }

    /** A hundred reports, so that there are answers of some size, and the id of one. */
    private static String ticket(Bench bench) throws Exception {
        bench.ticketLoad().run(20, 5, bench.open());
        return bench.get("/api/tickets?limit=1").path("items").path(0).path("id").asText();
    }
}
