package org.gongdan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.gongdan.stack.Ports;

/**
 * What the database alone can do with the same rows: one ticket, one line of its story and one outbox row, in five round trips and in one.
 * The tables are copies of ticket-service's with all indexes; they have no foreign keys.
 */
final class Limit implements Section {

    static final String TICKET = """
            insert into bench.ticket (id, version, number, customer_id, customer_name, channel, source, summary, symptom, impact, urgency, priority, status,
            opened_at, opened_by, phone_tried, remote_tried, changed_at, surveyed, words, form)
            values (uuidv7(), 0, uuidv7()::text, '%s', '幸福超市', 'PORTAL', 'USER', '收银机无法开机', repeat('x', 600), 'HIGH', 'MEDIUM', 'P2', 'OPEN',
            now(), 'agent', false, false, now(), false, uuidv7()::text || E'\\n幸福超市\\n收银机无法开机', 1)""".formatted(Bench.CUSTOMER)
            .replace("\n", " ");
    static final String STORY = """
            insert into bench.story (ticket_id, at, type, actor, source, data)
            values (uuidv7(), now(), 'TicketOpened', 'agent', 'ticket-service', jsonb_build_object('symptom', repeat('x', 600)))"""
            .replace("\n", " ");
    static final String OUTBOX = """
            insert into bench.outbox (event_id, topic, key, type, sequence, customer, occurred, payload)
            values (uuidv7(), 'ticket-events', uuidv7(), 'TicketOpened.v1', 0, '%s', now(), convert_to(repeat('x', 600), 'UTF8'))"""
            .formatted(Bench.CUSTOMER).replace("\n", " ");
    static final String AT_ONCE = "with t as (%s), s as (%s) %s".formatted(TICKET, STORY, OUTBOX);
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    static final int CLIENTS = 8;

    /** Transactions per second in five trips, by pgbench or else by the bare Vert.x client; what ratios are taken against. */
    private double fiveTrips;

    @Override
    public String name() {
        return "limit";
    }

    double fiveTrips() {
        return fiveTrips;
    }

    @Override
    public void run(Bench bench, Table table) throws Exception {
        fresh(bench.ticketData());
        int seconds = bench.seconds(8);
        BareClient client = new BareClient(bench.stack().ports().of(Ports.POSTGRES));
        client.run(List.of(TICKET, STORY, OUTBOX), bench.seconds(3));
        BareClient.Result five = client.run(List.of(TICKET, STORY, OUTBOX), seconds);
        BareClient.Result one = client.run(List.of(AT_ONCE), seconds);
        String how = CLIENTS + " connections, closed loop, " + seconds + " s";
        table.add("limit: ticket + story + outbox row, five round trips, Vert.x client", five.sentence(), how);
        table.add("limit: the same in one round trip, Vert.x client", one.sentence(), how);
        fiveTrips = five.perSecond();
        Optional<Path> pgbench = pgbench();
        if (pgbench.isEmpty()) {
            table.missing("limit: pgbench",
                    "pgbench is not installed (Debian: postgresql-contrib); ratios are taken against the Vert.x client");
            return;
        }
        fiveTrips = pgbench(bench, pgbench.get(), "begin;\n" + TICKET + ";\n" + STORY + ";\n" + OUTBOX + ";\ncommit;\n", seconds);
        double once = pgbench(bench, pgbench.get(), AT_ONCE + ";\n", seconds);
        table.add("limit: five round trips, pgbench", "%,.0f/s".formatted(fiveTrips), how + ", prepared statements");
        table.add("limit: one round trip, pgbench", "%,.0f/s".formatted(once), how + ", prepared statements");
        fresh(bench.ticketData());
    }

    private static void fresh(Database database) throws Exception {
        database.run("drop schema if exists bench cascade", "create schema bench",
                "create table bench.ticket (like public.ticket including all)",
                "create table bench.story (like public.story including all)",
                "create table bench.outbox (like public.outbox including all)");
    }

    private static double pgbench(Bench bench, Path program, String script, int seconds) throws IOException, InterruptedException {
        Path file = Files.writeString(bench.stack().data().resolve("limit.sql"), script);
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "-n", "-M", "prepared", "-c", String.valueOf(CLIENTS), "-j", "1",
                "-T", String.valueOf(seconds), "-f", file.toString(), "-h", "127.0.0.1", "-p",
                String.valueOf(bench.stack().ports().of(Ports.POSTGRES)), "-U", "ticket_owner", "ticket");
        builder.environment().put("PGPASSWORD", Database.PASSWORD);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor(10, TimeUnit.SECONDS);
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    /** On the path, or where Debian keeps it. */
    private static Optional<Path> pgbench() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.empty()) {
            return Stream.concat(Stream.of(System.getenv("PATH").split(":")).map(Path::of), versions.map(version -> version.resolve("bin")))
                    .map(folder -> folder.resolve("pgbench")).filter(Files::isExecutable).findFirst();
        }
    }
}
