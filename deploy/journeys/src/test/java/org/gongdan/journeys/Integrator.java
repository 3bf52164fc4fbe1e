package org.gongdan.journeys;

import java.util.List;
import java.util.Map;

import io.restassured.response.ValidatableResponse;

/** 幸福超市's own system, bound to that customer. */
record Integrator(Caller caller) {

    ValidatableResponse open(Map<String, ?> report, String idempotencyKey) {
        return caller.post("/api/tickets", report, Map.of("Idempotency-Key", idempotencyKey));
    }

    ValidatableResponse openWithoutKey(Map<String, ?> report) {
        return caller.post("/api/tickets", report);
    }

    ValidatableResponse subscribe(String url, List<String> events, String idempotencyKey) {
        return caller.post("/api/webhooks", Map.of("url", url, "events", events), Map.of("Idempotency-Key", idempotencyKey));
    }

    ValidatableResponse unsubscribe(String webhook) {
        return caller.delete("/api/webhooks/" + webhook);
    }

    ValidatableResponse deliveries(String webhook) {
        return caller.get("/api/webhooks/" + webhook + "/deliveries");
    }
}
