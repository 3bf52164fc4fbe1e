package org.gongdan.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

import org.gongdan.stack.Ports;
import org.gongdan.stack.Seed;
import org.gongdan.stack.Service;
import org.gongdan.stack.Stack;
import org.gongdan.stack.Tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The running stack and what every section needs of it.
 *
 * @param scale length of the loads and size of the bulks
 * @param open  the request that opens a ticket
 */
record Bench(Stack stack, Scale scale, Load.Request open) {

    static final String CUSTOMER = "0190a000-0000-7000-8000-000000000001";
    /** Those one command passes through before another service may hear of it. */
    static final List<String> COMMAND_PATH = List.of(Service.TICKET.module(), Ports.POSTGRES, Ports.KAFKA);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    int seconds(int full) {
        return Math.max(2, full * scale.loads() / 100);
    }

    /** Of each load before the figures are taken: as long in a run whose loads alone are short. */
    int warmSeconds() {
        return Math.max(2, 20 * scale.bulks() / 100);
    }

    int many(int full) {
        return Math.max(20, (int) ((long) full * scale.bulks() / 100));
    }

    /** A token lives five minutes: each load gets a fresh one, once. */
    Load ticketLoad() {
        return new Load(stack.ports().of(Service.TICKET.module()), token());
    }

    String token() {
        return new Tokens(stack.realm()).ofUser("agent");
    }

    Database ticketData() {
        return Database.of(stack.ports().of(Ports.POSTGRES), "ticket");
    }

    Database slaData() {
        return Database.of(stack.ports().of(Ports.POSTGRES), "sla");
    }

    Database server() {
        return new Database(stack.ports().of(Ports.POSTGRES), "postgres", "postgres");
    }

    Meter meter(List<String> processes) {
        return Meter.start(stack, processes);
    }

    List<String> everything() {
        List<String> names = new ArrayList<>(List.of(Ports.POSTGRES, Ports.KAFKA, Ports.KEYCLOAK, Ports.MAIL));
        services().forEach(service -> names.add(service.module()));
        return names;
    }

    List<Service> services() {
        List<Service> services = new ArrayList<>(List.of(Service.values()));
        services.removeIf(service -> !stack.has(service));
        return services;
    }

    /** Stops or starts all services but ticket-service. */
    void others(boolean run) {
        for (Service service : services()) {
            if (service != Service.TICKET && stack.process(service.module()).alive() != run) {
                if (run) {
                    stack.process(service.module()).restart();
                } else {
                    stack.process(service.module()).stop();
                }
            }
        }
    }

    /** With the demo's data planted; a report has 600 letters of text and is about a device of the demo's customer. */
    static Bench on(Stack stack, Scale scale) throws IOException, InterruptedException {
        new Seed(stack).plant();
        Bench bench = new Bench(stack, scale, null);
        JsonNode customer = bench.get("/api/customers/" + CUSTOMER);
        return new Bench(stack, scale,
                Load.Request.post("/api/tickets",
                        """
                {"customerId":"%s","siteId":"%s","contactId":"%s","productId":"%s","channel":"PORTAL","source":"USER","summary":"收银机无法开机","symptom":"%s",
                "impact":"HIGH","urgency":"MEDIUM"}"""
                                .formatted(CUSTOMER, first(customer, "sites"), first(customer, "contacts"), first(customer, "products"),
                                        "按下电源键后没有任何反应。".repeat(46))));
    }

    private static String first(JsonNode customer, String list) {
        return customer.path(list).path(0).path("id").asText();
    }

    /** The inbox of the local stack holds every mail in its memory: full of them it would measure its own garbage collector. */
    void emptyInbox() throws IOException, InterruptedException {
        answer(HttpRequest.newBuilder(URI.create(stack.address(Ports.MAIL) + "/api/mail/purge")).POST(BodyPublishers.noBody()).build());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(answer(HttpRequest.newBuilder(URI.create(stack.address(Service.TICKET.module()) + path))
                .header("Authorization", "Bearer " + token()).build()));
    }

    private static String answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
