package org.gongdan.notification.mail;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.notification.Audience;
import org.gongdan.notification.Template;
import org.gongdan.platform.company.Company;
import org.gongdan.platform.event.EventJson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Writes letters: the template's words with what is known of ticket, contact, visit and occasion, in the language of who reads it. */
@ApplicationScoped
class Letters {

    private static final Set<String> WRITTEN = Set.of("zh", "en");
    private static final List<String> TIMES = List.of("dueAt", "breachedAt", "expiresAt", "signedAt");
    private static final List<String> MAY_BE_MISSING = List.of("number", "summary", "product", "customer", "visitNumber", "engineer",
            "kind",
            "agreement", "salutation", "whoIsOnDuty");

    private final Clock clock;
    private final Company company;
    private final Links links;
    private final Locale usual;
    private final String supervisor;
    private final String manager;
    private final String duty;

    Letters(Clock clock, Company company, @ConfigProperty(name = "gongdan.notification.language") String language,
            @ConfigProperty(name = "gongdan.notification.supervisor-address") String supervisor,
            @ConfigProperty(name = "gongdan.notification.manager-address") String manager,
            @ConfigProperty(name = "gongdan.notification.duty-address") String duty) {
        this.clock = clock;
        this.company = company;
        this.links = new Links(company.console());
        this.usual = Locale.forLanguageTag(language);
        this.supervisor = supervisor;
        this.manager = manager;
        this.duty = duty;
    }

    Letter write(Pending message) {
        Words words = new Words(language(message), clock.instant());
        JsonNode all = read(message.data());
        Map<String, String> data = data(all);
        Map<String, Object> values = new HashMap<>(data);
        aboutWhom(message, words, values);
        values.putAll(links.of(message.ticketId(), data.get("visitId"), data.get("reportId")));
        inWords(message, words, data, values);
        if (all.has("pieces")) {
            values.putAll(Pieces.of(all.get("pieces"), data.get("currency"), words));
        }
        values.put("paragraphs", Paragraphs.of(all.path("text").asText("")));
        values.putIfAbsent("pieces", List.of());
        values.putIfAbsent("several", false);
        sheet(message.template(), words, values);
        if (message.template() == Template.TICKET_RESOLVED && data.containsKey("url")) {
            values.putAll(Links.answers((String) values.get("url")));
            values.put("why", words.word("why.ANSWERER"));
        }
        if ("true".equals(data.get("rated"))) {
            values.put("rateUrl", null);
        }
        MAY_BE_MISSING.forEach(name -> values.putIfAbsent(name, null));
        String to = message.template().audience() == Audience.SUPERVISOR ? address(data.getOrDefault("role", "supervisor"))
                : message.contact().email();
        return Stationery.letter(to, message.template(), words.language(), values);
    }

    /** A contact reads his own language if we write it, our own people the one that is set for them. */
    private Locale language(Pending message) {
        if (message.template().audience() != Audience.CONTACT) {
            return usual;
        }
        String his = message.contact().language();
        return his != null && WRITTEN.contains(his) ? Locale.forLanguageTag(his) : usual;
    }

    /** Who has no address of his own is the supervisor's business. */
    private String address(String role) {
        return switch (role) {
            case "manager" -> manager;
            case "duty" -> duty;
            default -> supervisor;
        };
    }

    private static void aboutWhom(Pending message, Words words, Map<String, Object> values) {
        if (message.ticket() != null) {
            put(values, "number", message.ticket().number());
            put(values, "summary", message.ticket().summary());
            put(values, "product", message.ticket().product());
        }
        if (message.contact() != null) {
            put(values, "salutation", message.contact().salutation());
        }
        put(values, "customer", message.around().customer());
        put(values, "visitNumber", message.around().visitNumber());
        put(values, "engineer", message.around().engineer());
        values.putIfAbsent("engineerName", message.around().engineer() == null ? words.nameFollows() : values.get("engineer"));
        values.put("owner", message.around().owner() == null ? words.nobody() : OneLine.of(message.around().owner()));
    }

    private static void put(Map<String, Object> values, String name, String text) {
        if (text != null) {
            values.put(name, OneLine.of(text));
        }
    }

    private static void inWords(Pending message, Words words, Map<String, String> data, Map<String, Object> values) {
        values.computeIfPresent("kind", (key, code) -> message.kind() == null ? words.unnamed() : message.kind().in(words.language()));
        values.computeIfPresent("reason", (key, code) -> words.name(key, data.get(key)));
        values.computeIfPresent("because", (key, code) -> words.name(key, data.get(key)));
        values.computeIfPresent("waitsFor", (key, code) -> words.nameOrOther(key, data.get(key)));
        values.computeIfPresent("method", (key, code) -> words.nameOrOther(key, data.get(key)));
        values.computeIfPresent("step", (key, code) -> words.step(data.get(key)));
        values.computeIfPresent("month", (key, code) -> words.month(data.get(key)));
        values.computeIfPresent("amount", (key, code) -> words.money(data.get(key), data.get("currency")));
        values.computeIfPresent("url", (key, link) -> Links.checked(data.get(key)));
        values.put("whoIsOnDuty",
                words.onDuty(message.around().onDuty() == null ? data.get("onDuty") : OneLine.of(message.around().onDuty())));
        if (data.containsKey("dueAt")) {
            values.put("left", words.left(Instant.parse(data.get("dueAt"))));
        }
        TIMES.forEach(time -> values.computeIfPresent(time, (key, value) -> words.time(Instant.parse(data.get(key)))));
        if (data.containsKey("windowStart")) {
            Instant start = Instant.parse(data.get("windowStart"));
            Instant end = Instant.parse(data.get("windowEnd"));
            values.put("appointment", words.appointment(start, end));
            values.put("window", words.window(start, end));
        }
        if (data.containsKey("previousStart")) {
            values.put("previousWindow", words.window(Instant.parse(data.get("previousStart")), Instant.parse(data.get("previousEnd"))));
        }
    }

    /** What stands around every letter. */
    private void sheet(Template template, Words words, Map<String, Object> values) {
        values.put("company", OneLine.of(company.name()));
        values.put("phone", OneLine.of(company.phone()));
        values.put("dial", company.phone().replaceAll("[^0-9+]", ""));
        values.put("address", company.address().map(OneLine::of).orElse(null));
        values.put("accent", template.accent());
        values.put("phoneLabel", words.word("letter.phone"));
        values.put("automatic", words.word(company.mail().isPresent() ? "letter.answer" : "letter.automatic"));
        values.put("why", words.word("why." + template.why()));
        values.put("colon", words.word("colon"));
    }

    /** Without what is told piece by piece. */
    private static Map<String, String> data(JsonNode json) {
        Map<String, String> data = new HashMap<>();
        json.properties().stream().filter(value -> value.getValue().isValueNode())
                .forEach(value -> data.put(value.getKey(), OneLine.of(value.getValue().asText())));
        return data;
    }

    private static JsonNode read(String json) {
        try {
            return EventJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
