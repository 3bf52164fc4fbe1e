package org.gongdan.sla.agreement;

import static org.gongdan.sla.SlaFixtures.as;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.gongdan.testing.Tokens;

import io.restassured.response.ValidatableResponse;

/** Makes agreements through the API. */
public final class Deals {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final UUID customer;
    public String id;
    public String number;

    private Deals(UUID customer) {
        this.customer = customer;
    }

    /** An agreement without version, with a customer of its own. */
    public static Deals made() {
        return new Deals(UUID.randomUUID()).of("SLA");
    }

    /** Another agreement that serves the same customer: OLA or SUPPLIER. */
    public Deals between(String type) {
        return new Deals(customer).of(type);
    }

    private Deals of(String type) {
        number = "HT-" + NUMBER.incrementAndGet() + "-" + customer.toString().substring(0, 8);
        id = as(Tokens.supervisor()).body(Map.of("number", number, "type", type, "customerId", customer, "name", "幸福连锁运维合同"))
                .post("/api/agreements").then().statusCode(201).extract().path("id");
        return this;
    }

    /** In force for long enough. */
    public Deals inForce(Map<String, Object> content) {
        return inForce(LocalDate.now(Paper.SHANGHAI).minusDays(70), content);
    }

    public Deals inForce(LocalDate from, Map<String, Object> content) {
        int version = draft(from, null, content).statusCode(201).extract().path("number");
        activate(version, null).statusCode(200);
        return this;
    }

    public ValidatableResponse draft(LocalDate from, LocalDate to, Map<String, Object> content) {
        return as(Tokens.supervisor()).body(version(from, to, content)).post("/api/agreements/" + id + "/versions").then();
    }

    public ValidatableResponse activate(int version, String applyTo) {
        return as(Tokens.manager()).body(applyTo == null ? Map.of() : Map.of("applyTo", applyTo))
                .post("/api/agreements/" + id + "/versions/" + version + "/activate").then();
    }

    public String customerToken() {
        return Tokens.of(UUID.randomUUID(), "portal", List.of("customer"), Map.of("own", customer));
    }

    public static Map<String, Object> version(LocalDate from, LocalDate to, Map<String, Object> content) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("effectiveFrom", from.toString());
        if (to != null) {
            body.put("effectiveTo", to.toString());
        }
        body.put("content", content);
        return body;
    }

    /** One service for everything with these levels. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Map<String, Object> content(Map<String, Object>... levels) {
        return Map.of("services", List.of(Map.of("name", "everything", "levels", List.of(levels))));
    }

    public static Map<String, Object> level(String priority, String kind, String within, String calendar) {
        Map<String, Object> level = new LinkedHashMap<>();
        level.put("priority", priority);
        level.put("kind", kind);
        level.put("within", within);
        level.put("calendar", calendar);
        level.put("targetPercent", "95");
        level.values().removeIf(java.util.Objects::isNull);
        return level;
    }

    /** The same content that owes this. */
    public static Map<String, Object> with(Map<String, Object> content, Map<String, Object> compensation,
            List<Map<String, Object>> exclusions) {
        Map<String, Object> all = new LinkedHashMap<>(content);
        all.put("compensation", compensation);
        all.put("exclusions", exclusions);
        return all;
    }

    public static Map<String, Object> level(String priority, String within) {
        return level(priority, "RESOLUTION_24H", within, null);
    }
}
