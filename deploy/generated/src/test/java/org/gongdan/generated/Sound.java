package org.gongdan.generated;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a field wants that its schema does not say: zones, currencies, names of kinds and calendars, months that are over. */
final class Sound {
    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            Map.entry("zone", List.of("Asia/Shanghai", "Europe/Berlin", "UTC")),
            Map.entry("within", List.of("PT4H", "PT30M", "PT24H")),
            Map.entry("calendar", List.of("24x7", "office-cn")),
            Map.entry("kind", List.of("RESOLUTION_24H", "ACKNOWLEDGE")),
            Map.entry("currency", List.of("CNY", "EUR")),
            Map.entry("events", List.of("TicketOpened", "TicketClosed", "SlaBreached")),
            Map.entry("url", List.of("https://8.8.8.8/hooks", "https://1.1.1.1/in?from=gongdan")),
            Map.entry("dimension", List.of("customer", "priority", "engineer")),
            Map.entry("revision", List.of("1")),
            Map.entry("role", List.of("supervisor", "manager")));
    private static final List<String> PHONES = List.of("13800000109", "021-64265555转801", "+86 21 6426 5555", "400-820-8820", "64265555");
    private static final List<String> MAILS = List.of("liu@shop.example", "liu@乡.example", "a.b+c@x.example");

    private Sound() {
    }

    /** @return null when nothing is known of such a field */
    static String of(String name, Random random, LocalDate today) {
        var lower = name.toLowerCase();
        if (name.equals("month")) {
            return today.minusMonths(1 + random.nextInt(3)).toString().substring(0, 7);
        }
        var some = lower.contains("phone") ? PHONES : lower.contains("email") ? MAILS : BY_NAME.get(name);
        return some == null ? null : some.get(random.nextInt(some.size()));
    }
}
