package org.gongdan.sla.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.event.EventTypes;
import org.gongdan.sla.kind.Kind;
import org.gongdan.sla.kind.KindFixtures;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.kind.Rule;
import org.gongdan.sla.promise.SubjectKind;
import org.gongdan.testing.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

/** What promises.yaml says of events is true of the events as their producers have them in their contracts: no typo survives. */
class KindsContractTest {

    private static final Map<SubjectKind, String> PRODUCERS = Map.of(SubjectKind.TICKET, "ticket-service", SubjectKind.VISIT,
            "dispatch-service", SubjectKind.SHIFT, "dispatch-service");

    record Case(Kind kind, Rule rule) {
        @Override
        public String toString() {
            return kind.code() + " " + rule.does() + " " + rule.event();
        }
    }

    static List<Case> rules() {
        return KindFixtures.ours().stream().flatMap(kind -> kind.rules().stream().map(rule -> new Case(kind, rule))).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyFieldIsInTheProducersContractAndHasTheRightType(Case checked) {
        // Given
        Rule rule = checked.rule();
        List<JsonNode> schemas = schemas(rule.event());

        // When
        List<String> wrong = new ArrayList<>();
        rule.instants().values().forEach(
                field -> check(schemas, field, wrong, property -> property.path("format").asText().equals("date-time"), "no instant"));
        rule.texts().values().forEach(field -> check(schemas, field, wrong,
                property -> property.path("type").asText().equals("string") || property.has("enum"), "no text"));
        rule.detail().forEach(field -> check(schemas, field, wrong,
                property -> !Set.of("object", "array").contains(property.path("type").asText()), "no single value"));
        rule.when().forEach((field, values) -> check(schemas, field + "?", wrong,
                property -> values.stream().allMatch(value -> allows(property, value)), "never " + values));
        if (rule.engineer() != null) {
            check(schemas, rule.engineer(), wrong, property -> property.path("format").asText().equals("uuid"), "no id");
        }
        if (checked.kind().about() != SubjectKind.SHIFT) {
            check(schemas, "customerId", wrong, property -> property.path("format").asText().equals("uuid"), "no id");
        }
        check(schemas, checked.kind().about().id(), wrong, property -> property.path("format").asText().equals("uuid"), "no id");

        // Then
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatMakesAPromiseComesOnTheTopicOfItsSubject(Case checked) {
        if (checked.rule().does().begins()) {
            assertEquals(PRODUCERS.get(checked.kind().about()), producer(checked.rule().event()));
        }
    }

    @Test
    void everyExampleOfTheProducersCanBeRead() throws IOException {
        // Given
        Kinds kinds = new Kinds(KindFixtures.ours());
        Set<String> events = new TreeSet<>(kinds.events());

        // When
        List<Reading> readings = new ArrayList<>();
        for (String event : events) {
            for (byte[] body : versions(event).stream().flatMap(version -> EventContracts.of(producer(event)).bodies(version).stream())
                    .toList()) {
                for (SubjectKind subject : SubjectKind.values()) {
                    if (kinds.meanings(event).stream().anyMatch(meaning -> meaning.kind().about() == subject)) {
                        readings.add(Reading.of(subject, HearingFixtures.body(event, new String(body, StandardCharsets.UTF_8)),
                                kinds.meanings(event), HearingFixtures.inCode()));
                    }
                }
            }
        }

        // Then
        assertTrue(readings.size() >= events.size());
        readings.forEach(reading -> reading.facts().forEach(heard -> assertTrue(heard.recorded().fact().at() != null)));
    }

    private interface Check {
        boolean holds(JsonNode property);
    }

    /** A field stands in every version of the event, or it may be missing and stands in one. */
    private static void check(List<JsonNode> schemas, String field, List<String> wrong, Check check, String otherwise) {
        boolean optional = Body.isOptional(field);
        String name = optional ? field.substring(0, field.length() - 1) : field;
        List<JsonNode> with = schemas.stream().filter(schema -> schema.path("properties").has(name)).toList();
        (optional && !with.isEmpty() ? with : schemas).forEach(schema -> check(schema, name, optional, wrong, check, otherwise));
    }

    private static void check(JsonNode schema, String name, boolean optional, List<String> wrong, Check check, String otherwise) {
        JsonNode property = schema.path("properties").path(name);
        if (property.isMissingNode()) {
            wrong.add("there is no " + name);
        } else if (!check.holds(property)) {
            wrong.add(name + " is " + otherwise);
        } else if (!optional && !EventJson.mapper().convertValue(schema.path("required"), List.class).contains(name)) {
            wrong.add(name + " can be missing: write " + name + "?");
        }
    }

    private static boolean allows(JsonNode property, String value) {
        if (property.path("type").asText().equals("boolean")) {
            return value.equals("true") || value.equals("false");
        }
        return !property.has("enum") || EventJson.mapper().convertValue(property.get("enum"), List.class).contains(value);
    }

    private static List<JsonNode> schemas(String event) {
        return versions(event).stream().map(EventContracts.of(producer(event))::schema).toList();
    }

    private static List<String> versions(String event) {
        return EventContracts.of(producer(event)).names().stream().filter(name -> EventTypes.withoutVersion(name).equals(event)).toList();
    }

    private static String producer(String event) {
        return PRODUCERS.values().stream().distinct()
                .filter(service -> Files
                        .exists(KindFixtures.root().resolve(service).resolve(Path.of("contracts/events", event + ".v1.schema.json"))))
                .findFirst().orElseThrow(() -> new AssertionError("nobody publishes " + event));
    }
}
