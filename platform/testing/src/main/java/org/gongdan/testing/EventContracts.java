package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * Checks a service's events against {@code contracts/events}: for every event {@code Name.v1} a JSON Schema {@code Name.v1.schema.json}
 * and a folder {@code Name.v1.examples} to which examples are added and from which none is ever removed.
 */
public final class EventContracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Path folder;

    private EventContracts(Path folder) {
        this.folder = folder;
    }

    /** Contracts of a service, by its folder name, seen from any module of the build. */
    public static EventContracts of(String service) {
        for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
            if (Files.exists(root.resolve("mvnw"))) {
                return new EventContracts(root.resolve(service).resolve("contracts").resolve("events"));
            }
        }
        throw new IllegalStateException("not inside the project");
    }

    /** Names of all events with a schema, for example {@code TicketOpened.v1}. */
    public Set<String> names() {
        return files(".schema.json").stream().map(path -> path.getFileName().toString().replace(".schema.json", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every example ever committed fits today's schema, and every event has at least one. */
    public void assertExamplesFit() {
        assertFalse(names().isEmpty(), "no contracts in " + folder);
        for (String name : names()) {
            List<Path> examples = examples(name);
            assertFalse(examples.isEmpty(), name + " has no example");
            examples.forEach(example -> assertFits(name, read(example), example.toString()));
        }
    }

    /**
     * The records nested in the sealed interfaces are exactly the events with a schema: none without contract, no contract without record. An
     * event whose schema is {@code deprecated} is published no more and read as long as topics hold it: it has no record.
     *
     * @param nameOf maps a record class to its name on the wire
     */
    public void assertRecordsAre(Function<Class<?>, String> nameOf, Class<?>... sealedEvents) {
        Set<String> records = Arrays.stream(sealedEvents).flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .map(nameOf).collect(Collectors.toCollection(TreeSet::new));
        Set<String> published = names().stream().filter(name -> !schema(name).path("deprecated").asBoolean())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(published, records, "contracts/events and the event records differ");
    }

    /**
     * Records and examples say the same: each example of what is published, read into its record and written again, has the fields it had, with
     * their values, and fits; and each constant of an enum has its place in the schema. So a component that is missing, misspelt or of another type is
     * found without facts written down by hand.
     * A property that is {@code deprecated} is published no more.
     *
     * @param form   how events are read and written
     * @param nameOf maps a record class to its name on the wire
     */
    public void assertRecordsSayWhatExamplesSay(ObjectMapper form, Function<Class<?>, String> nameOf, Class<?>... sealedEvents) {
        Arrays.stream(sealedEvents).flatMap(type -> Arrays.stream(type.getPermittedSubclasses())).forEach(record -> {
            String name = nameOf.apply(record);
            examples(name).forEach(example -> assertSaid(form, record, name, example));
            Arrays.stream(record.getRecordComponents()).filter(component -> component.getType().isEnum())
                    .forEach(component -> assertKnown(name, component));
        });
    }

    private void assertSaid(ObjectMapper form, Class<?> record, String name, Path example) {
        try {
            JsonNode written = form.readTree(form.writeValueAsBytes(form.readValue(example.toFile(), record)));
            assertFits(name, written, "what " + record.getSimpleName() + " makes of " + example);
            read(example).properties().stream().filter(field -> !isDeprecated(name, field.getKey()))
                    .forEach(field -> assertEquals(field.getValue(), written.path(field.getKey()),
                            () -> record.getSimpleName() + " says another " + field.getKey() + " than " + example));
        } catch (IOException e) {
            throw new AssertionError(record.getSimpleName() + " cannot say " + example, e);
        }
    }

    /** A field that is published no more. */
    private boolean isDeprecated(String name, String field) {
        return schema(name).path("properties").path(field).path("deprecated").asBoolean();
    }

    private void assertKnown(String name, RecordComponent component) {
        Set<String> known = new TreeSet<>();
        schema(name).path("properties").path(component.getName()).path("enum").forEach(constant -> known.add(constant.asText()));
        Arrays.stream(component.getType().getEnumConstants()).map(constant -> ((Enum<?>) constant).name())
                .forEach(constant -> assertTrue(known.contains(constant), name + " has no " + constant + " among " + known));
    }

    /** What the producer writes fits its schema. */
    public void assertFits(String name, String json) {
        try {
            assertFits(name, JSON.readTree(json), "produced " + name);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    /**
     * All examples of an event, for a consumer to read into its own record.
     *
     * @throws AssertionError when the producer publishes no such event
     */
    public List<byte[]> bodies(String name) {
        List<Path> examples = examples(name);
        assertFalse(examples.isEmpty(), "the producer publishes no " + name);
        return examples.stream().map(EventContracts::bytes).toList();
    }

    /** The JSON Schema of an event, as it stands in the producer's folder. */
    public JsonNode schema(String name) {
        return read(folder.resolve(name + ".schema.json"));
    }

    private void assertFits(String name, JsonNode body, String what) {
        Path schemaFile = folder.resolve(name + ".schema.json");
        assertTrue(Files.exists(schemaFile), "no schema for " + name);
        Schema schema = SCHEMAS.getSchema(new String(bytes(schemaFile), java.nio.charset.StandardCharsets.UTF_8), InputFormat.JSON);
        List<Error> errors = schema.validate(body.toString(), InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertTrue(errors.isEmpty(), () -> what + " breaks its schema: " + errors);
    }

    private List<Path> examples(String name) {
        Path examples = folder.resolve(name + ".examples");
        return Files.isDirectory(examples) ? list(examples, ".json") : List.of();
    }

    private List<Path> files(String suffix) {
        return Files.isDirectory(folder) ? list(folder, suffix) : List.of();
    }

    private static List<Path> list(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " is no JSON", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
