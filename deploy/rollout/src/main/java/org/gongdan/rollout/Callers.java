package org.gongdan.rollout;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.gongdan.faults.Database;
import org.gongdan.faults.Surroundings;
import org.gongdan.stack.Ports;
import org.gongdan.stack.Tokens;

/** Several people at the gateway, who keep their connections as browsers do. */
final class Callers implements Surroundings {
    private static final List<String> AGENTS = List.of("agent", "agent2", "agent3");
    /** Well below the five minutes a token lives. */
    private static final Duration FRESH = Duration.ofMinutes(3);
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Tokens tokens = new Tokens(Infrastructure.address(Ports.KEYCLOAK) + "/realms/gongdan");
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String gateway;

    private record Kept(String token, Instant since) {
    }

    Callers(String gateway) {
        this.gateway = gateway;
    }

    @Override
    public String ticketAddress() {
        return gateway;
    }

    /** Each client is one of the people with this role, and stays that one: what somebody else has done is not repeated by his key. */
    @Override
    public String token(String user) {
        return user.equals("agent") ? tokenOf(AGENTS.get((int) (Thread.currentThread().threadId() % AGENTS.size()))) : tokenOf(user);
    }

    private String tokenOf(String name) {
        return kept.compute(name, (who, known) -> known != null && known.since().plus(FRESH).isAfter(Instant.now()) ? known
                : new Kept(tokens.ofUser(who), Instant.now())).token();
    }

    /** Nobody gives out tokens while the database is away. */
    void renewTokens() {
        kept.clear();
        AGENTS.forEach(this::tokenOf);
    }

    @Override
    public HttpClient http() {
        return http;
    }

    /** As long as the gateway itself has: that the machine is slow is no fault of a roll. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public String kafka() {
        return Infrastructure.kafkaHere();
    }

    @Override
    public Database ticketDatabase() {
        return Cluster.database("ticket");
    }

    @Override
    public Database slaDatabase() {
        return Cluster.database("sla");
    }
}
