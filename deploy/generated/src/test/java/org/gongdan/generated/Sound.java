package org.gongdan.generated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** What {@code sound.yaml} knows of fields whose schema does not say what they want. */
final class Sound {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Pattern PLACE = Pattern.compile("\\{(now|today|month|random)([+-]P\\w+)?}");
    private static final JsonNode KNOWN = read();

    private final Random random;
    private final Clock clock;

    Sound(Random random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** @return null when nothing is known of such a field, or when what the schema says will do this time */
    JsonNode of(Operation operation, String name) {
        var forIt = KNOWN.path(operation.toString()).path(name);
        var some = forIt.isArray() ? forIt : KNOWN.path("anywhere").path(name);
        if (!some.isArray()) {
            return null;
        }
        var value = some.get(random.nextInt(some.size()));
        return value.asText().equals("{usual}") ? null : filled(value);
    }

    /** Whether it is said of the very operation. */
    boolean isFor(Operation operation, String name) {
        return KNOWN.path(operation.toString()).has(name);
    }

    private JsonNode filled(JsonNode value) {
        try {
            return Spoiler.JSON.readTree(PLACE.matcher(value.toString()).replaceAll(this::filled));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.toString(), e);
        }
    }

    private String filled(MatchResult place) {
        var by = place.group(2) == null ? "P0D" : place.group(2).replace("+", "");
        var now = clock.instant().atZone(SHANGHAI);
        return switch (place.group(1)) {
            case "now" -> now.toInstant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.parse(by)).toString();
            case "today" -> now.toLocalDate().plus(Period.parse(by)).toString();
            case "month" -> YearMonth.from(now).plus(Period.parse(by)).toString();
            default -> Integer.toString(random.nextInt(1_000_000));
        };
    }

    private static JsonNode read() {
        try (InputStream file = Sound.class.getResourceAsStream("/sound.yaml")) {
            return Spoiler.JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
