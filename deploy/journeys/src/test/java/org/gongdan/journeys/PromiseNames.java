package org.gongdan.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What kinds of promises are called, read from the only file that says so. */
final class PromiseNames {
    static final Path FILE = Path.of("../../sla-service/src/main/resources/promises.yaml");
    private static final Pattern NAMED = Pattern.compile("(?m)^([A-Z][A-Z0-9_]+):\n  name: \\{zh: (.+), en: (.+)}$");

    record Name(String zh, String en) {
    }

    private PromiseNames() {
    }

    /** By code. */
    static Map<String, Name> all() {
        try {
            return NAMED.matcher(Files.readString(FILE)).results()
                    .collect(Collectors.toMap(kind -> kind.group(1), kind -> new Name(kind.group(2), kind.group(3))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String inChinese(String kind) {
        return all().get(kind).zh();
    }
}
