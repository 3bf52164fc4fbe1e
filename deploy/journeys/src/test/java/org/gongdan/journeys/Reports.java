package org.gongdan.journeys;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** What people report and write down: bodies of requests that are right, to be spoiled where a journey wants them wrong. */
final class Reports {

    private Reports() {
    }

    /** A call: the printer of the shop prints nothing, wanted solved within six hours. */
    static Map<String, Object> call(Shop shop) {
        return call(shop, Instant.now().plus(Duration.ofHours(6)));
    }

    static Map<String, Object> call(Shop shop, Instant expectedBy) {
        var report = new HashMap<>(Map.<String, Object>of("customerId", shop.customer(), "siteId", shop.site(), "contactId", shop.contact(),
                "productId", shop.product(),
                "channel", "PHONE", "source", "USER", "summary", "收银机打不出小票", "impact", "HIGH", "urgency", "HIGH"));
        report.put("symptom", "按下结账键后打印机无反应，指示灯闪红");
        report.put("expectedBy", expectedBy.truncatedTo(ChronoUnit.MILLIS).toString());
        return report;
    }

    /** By the portal or by a program: nobody asks for an expected time. */
    static Map<String, Object> written(Shop shop, String channel) {
        var report = new HashMap<>(call(shop));
        report.put("channel", channel);
        report.remove("expectedBy");
        return report;
    }

    static Map<String, Object> with(Map<String, ?> body, String field, Object value) {
        var changed = new HashMap<String, Object>(body);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> without(Map<String, ?> body, String field) {
        var changed = new HashMap<String, Object>(body);
        changed.remove(field);
        return changed;
    }

    static Map<String, Object> remoteSession() {
        return Map.of("tool", "向日葵", "consent", Map.of("givenBy", "刘店长", "at", Instant.now().minusSeconds(5).toString()), "customerPresent",
                true, "scope", "只检查打印驱动和打印队列");
    }

    static Map<String, Object> resolution(String method) {
        return Map.of("category", "硬件/打印机", "cause", "打印头老化", "fix", "更换打印头", "method", method, "verifiedWithCustomer", true);
    }
}
