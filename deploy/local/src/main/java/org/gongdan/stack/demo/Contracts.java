package org.gongdan.stack.demo;

import java.util.List;
import java.util.Map;

/** What was agreed on with each customer: gold, silver or bronze. */
record Contracts(Api api, Cast cast, Days days) {
    private static final List<Map<String, Object>> EXCLUSIONS = List.of(Map.of("name", "不可抗力", "cause", "FORCE_MAJEURE"),
            Map.of("name", "供应商原因", "cause", "SUPPLIER"));

    void conclude() {
        var number = 1;
        for (var customer : cast.customers()) {
            var agreement = "/api/agreements/" + api.post("supervisor", "/api/agreements", "number",
                    "HT-%d-%03d".formatted(days.first().getYear(), number++), "type", "SLA", "customerId", customer.id(), "name",
                    customer.name() + "信息系统运维服务合同").path("id").textValue();
            api.post("supervisor", agreement + "/versions", "effectiveFrom", days.first().withDayOfMonth(1).toString(), "content",
                    content(customer.contract()));
            api.post("manager", agreement + "/versions/1/activate", "reason", "双方已签字");
        }
    }

    private static Map<String, Object> content(String contract) {
        var levels = switch (contract) {
            case "GOLD" ->
                List.of(level("P1", "RESOLUTION_24H", "PT4H", "24x7", "95"), level("P2", "RESOLUTION_24H", "PT9H", "office-cn", "95"),
                        level(null, "RESOLUTION_24H", "PT24H", "24x7", "95"), level(null, "ACKNOWLEDGE", "PT15M", "24x7", "98"),
                        level(null, "UPDATE_CADENCE", "PT8H", "office-cn", null));
            case "SILVER" ->
                List.of(level("P1", "RESOLUTION_24H", "PT8H", "24x7", "90"), level(null, "RESOLUTION_24H", "PT24H", "24x7", "90"),
                        level(null, "UPDATE_CADENCE", "PT8H", "office-cn", null));
            default ->
                List.of(level(null, "RESOLUTION_24H", "PT24H", "24x7", "90"), level(null, "UPDATE_CADENCE", "PT12H", "office-cn", null));
        };
        var services = List.of(Api.object("name", "全部设备与系统", "levels", levels));
        return Api.object("services", services, "exclusions", EXCLUSIONS, "compensation", contract.equals("GOLD") ? compensation() : null);
    }

    private static Map<String, Object> level(String priority, String kind, String within, String calendar, String target) {
        return Api.object("priority", priority, "kind", kind, "within", within, "calendar", calendar, "targetPercent", target);
    }

    private static Map<String, Object> compensation() {
        return Api.object("currency", "CNY", "monthlyFee", "12000.00", "monthCapPercent", "20", "breaches",
                List.of(Map.of("kind", "RESOLUTION_24H", "fixed", "100.00", "perStartedHour", "50.00", "cap", "500.00")));
    }
}
