package org.gongdan.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;

/** The prefix table of the configuration; the longest prefix wins. */
@ApplicationScoped
class RouteTable {

    private final List<Route> routes = new ArrayList<>();

    RouteTable(GatewayConfig config, Vertx vertx, MeterRegistry meters) {
        config.routes().forEach((name, service) -> {
            var upstream = new Upstream(name, service, config.breaker(), vertx, meters);
            routes.add(new Route("/openapi/" + name, true, upstream));
            routes.add(new Route("/api/operations/" + name, false, upstream));
            service.prefixes().forEach(prefix -> routes.add(new Route(prefix, false, upstream)));
            service.publicPrefixes().orElse(List.of()).forEach(prefix -> routes.add(new Route(prefix, true, upstream)));
        });
        routes.sort(Comparator.comparingInt((Route route) -> route.prefix().length()).reversed());
    }

    Optional<Route> find(String path) {
        return routes.stream().filter(route -> route.covers(path)).findFirst();
    }
}
