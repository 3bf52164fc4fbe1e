package org.gongdan.journeys;

import static org.gongdan.journeys.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.gongdan.stack.Service;
import org.gongdan.stack.StackProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Two gateways before two processes of ticket-service, rolled under twenty calls a second: nobody notices. */
@OnPlatform
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class RollJourney {
    /** Longer than the gateway keeps a connection that nobody uses (8 s), as the 15 s of production are. */
    private static final String DELAY = "10S";
    private static final int ENOUGH = 40;

    private final Platform platform;
    private final Play play;

    RollJourney(Platform platform, Play play) {
        this.platform = platform;
        this.play = play;
    }

    /** What callers and followers saw. */
    private record Seen(int good, List<String> failures, int goodbyes, int whole, int broken) {
    }

    @Test
    void processesThatEndAndComeBackCostNobodyAnAnswer() throws Exception {
        // When
        var seen = roll(DELAY);

        // Then
        assertEquals(List.of(), seen.failures(), seen.good() + " good ones");
        assertTrue(seen.goodbyes() > 0, "kept connections were ended with an answer");
        assertTrue(seen.whole() > 0, "the stream through the gateway that ended was ended with an answer");
        assertEquals(0, seen.broken(), "and none was cut off");
    }

    /** One gateway and one ticket-service of two each end and are started again. */
    private Seen roll(String delay) throws Exception {
        var tickets = List.of(platform.replica(Service.TICKET), platform.replica(Service.TICKET));
        tickets.parallelStream()
                .forEach(process -> process.restart(Map.of("QUARKUS_SHUTDOWN_DELAY", delay, "GONGDAN_CONNECTION_LIFE", "2S")));
        try (var ticketService = new Balancer(tickets.toArray(StackProcess[]::new))) {
            var gateways = List.of(platform.replica(Service.GATEWAY), platform.replica(Service.GATEWAY));
            gateways.parallelStream().forEach(process -> process
                    .restart(Map.of("QUARKUS_SHUTDOWN_DELAY", delay, "TICKET_SERVICE_URL", ticketService.address())));
            try (var gateway = new Balancer(gateways.toArray(StackProcess[]::new))) {
                ready(gateway, gateways);
                ready(ticketService, tickets);
                return rolled(gateway, ticketService, gateways.getFirst(), tickets.getFirst());
            } finally {
                gateways.forEach(StackProcess::kill);
            }
        } finally {
            tickets.forEach(StackProcess::kill);
        }
    }

    private Seen rolled(Balancer gateway, Balancer ticketService, StackProcess oneGateway, StackProcess oneTicketService) throws Exception {
        var report = new ObjectMapper().writeValueAsString(Reports.call(play.newShop()));
        var stream = gateway.address() + "/api/live/stream";
        // One at each gateway: nobody else is led anywhere meanwhile.
        try (var one = new Follower(stream, () -> platform.tokenOfUser("agent"));
                var another = new Follower(stream, () -> platform.tokenOfUser("agent2"))) {
            await("streams run").until(() -> one.events() > 2 && another.events() > 2);
            try (var callers = new Traffic(gateway.port(), () -> platform.tokenOfUser("agent"), report)) {
                await("calls are answered").until(() -> callers.good() > ENOUGH);
                var ended = List.of(oneGateway, oneTicketService);
                ended.forEach(process -> process.signal("TERM"));
                await("both have ended").until(() -> ended.stream().noneMatch(StackProcess::alive));
                var ledToGateway = gateway.led(oneGateway);
                var ledToTicketService = ticketService.led(oneTicketService);
                ended.parallelStream().forEach(StackProcess::restart);
                await("both get calls again").until(() -> gateway.led(oneGateway) > ledToGateway
                        && ticketService.led(oneTicketService) > ledToTicketService);
                var events = one.events() + another.events();
                await("streams go on").until(() -> one.events() + another.events() > events + 2);
                callers.close();
                return new Seen(callers.good(), callers.failures(), callers.goodbyes(), one.whole() + another.whole(),
                        one.broken() + another.broken());
            }
        }
    }

    private static void ready(Balancer balancer, List<StackProcess> processes) {
        await("all are ready").until(() -> processes.stream().allMatch(balancer::sees));
    }
}
