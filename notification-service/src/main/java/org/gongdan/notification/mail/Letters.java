package org.gongdan.notification.mail;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.notification.Audience;
import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Writes letters: the template's words with what is known of ticket, contact and occasion. */
@ApplicationScoped
class Letters {

    private static final List<String> TIMES = List.of("dueAt", "breachedAt", "expiresAt");

    private final Clock clock;
    private final Locale language;
    private final String supervisor;
    private final String manager;
    private final String duty;

    Letters(Clock clock, @ConfigProperty(name = "gongdan.notification.language") String language,
            @ConfigProperty(name = "gongdan.notification.supervisor-address") String supervisor,
            @ConfigProperty(name = "gongdan.notification.manager-address") String manager,
            @ConfigProperty(name = "gongdan.notification.duty-address") String duty) {
        this.clock = clock;
        this.language = Locale.forLanguageTag(language);
        this.supervisor = supervisor;
        this.manager = manager;
        this.duty = duty;
    }

    Letter write(Pending message) {
        Map<String, String> values = values(message);
        String to = message.template().audience() == Audience.SUPERVISOR ? address(values.getOrDefault("role", "supervisor"))
                : message.contact().email();
        return Text.of(message.template(), language).letter(to, values);
    }

    /** Who has no address of his own is the supervisor's business. */
    private String address(String role) {
        return switch (role) {
            case "manager" -> manager;
            case "duty" -> duty;
            default -> supervisor;
        };
    }

    private Map<String, String> values(Pending message) {
        Words words = new Words(language, clock.instant());
        Map<String, String> values = data(message.data());
        if (message.ticket() != null) {
            values.put("number", OneLine.of(message.ticket().number()));
            values.put("summary", OneLine.of(message.ticket().summary()));
        }
        if (message.contact() != null) {
            values.put("salutation", OneLine.of(message.contact().salutation()));
        }
        values.computeIfPresent("kind", (key, code) -> message.kind() == null ? words.unnamed() : message.kind().in(language));
        values.computeIfPresent("reason", words::name);
        values.computeIfPresent("because", words::name);
        values.putIfAbsent("engineerName", words.nameFollows());
        values.computeIfPresent("waitsFor", words::nameOrOther);
        values.computeIfPresent("method", words::nameOrOther);
        values.put("whoIsOnDuty", words.onDuty(values.get("onDuty")));
        for (String time : TIMES) {
            values.computeIfPresent(time, (key, value) -> words.time(Instant.parse(value)));
        }
        if (values.containsKey("windowStart")) {
            Instant start = Instant.parse(values.get("windowStart"));
            Instant end = Instant.parse(values.get("windowEnd"));
            values.put("appointment", words.appointment(start, end));
            values.put("window", words.window(start, end));
        }
        if (values.containsKey("previousStart")) {
            values.put("previousWindow",
                    words.window(Instant.parse(values.get("previousStart")), Instant.parse(values.get("previousEnd"))));
        }
        return values;
    }

    private static Map<String, String> data(String json) {
        try {
            Map<String, String> data = EventJson.mapper().readerForMapOf(String.class).readValue(json);
            data.replaceAll((name, value) -> OneLine.of(value));
            return data;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
