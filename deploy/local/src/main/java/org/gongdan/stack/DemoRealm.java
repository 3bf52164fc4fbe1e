package org.gongdan.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The realm as it is used for work, with what the demo has besides: people, known secrets, a client for the command line. */
final class DemoRealm {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** By one of these the things in a list are told from each other. */
    private static final List<String> NAMES = List.of("clientId", "alias", "username", "name");

    private DemoRealm() {
    }

    static byte[] of(Path realm, Path demo) throws IOException {
        var whole = JSON.readTree(realm.toFile());
        merge((ObjectNode) whole, JSON.readTree(demo.toFile()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
    }

    private static void merge(ObjectNode whole, JsonNode more) {
        more.properties().forEach(field -> {
            var known = whole.get(field.getKey());
            if (known instanceof ObjectNode object && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else if (known instanceof ArrayNode things && field.getValue().path(0).isObject()) {
                field.getValue()
                        .forEach(thing -> same(things, thing).ifPresentOrElse(found -> merge(found, thing), () -> things.add(thing)));
            } else {
                whole.set(field.getKey(), field.getValue());
            }
        });
    }

    private static Optional<ObjectNode> same(ArrayNode things, JsonNode thing) {
        var name = NAMES.stream().filter(thing::has).findFirst().orElseThrow(() -> new StackException("Without a name: " + thing));
        for (var known : things) {
            if (known.path(name).equals(thing.path(name))) {
                return Optional.of((ObjectNode) known);
            }
        }
        return Optional.empty();
    }
}
