package org.gongdan.sla.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.gongdan.sla.settings.SlaSettings;

/** The kinds that come with us, and those an installation adds or replaces by files of its own. */
@ApplicationScoped
class KindFiles {

    static final String OURS = "promises.yaml";

    private final SlaSettings settings;
    private final Config config;

    KindFiles(SlaSettings settings, Config config) {
        this.settings = settings;
        this.config = config;
    }

    /** Read once, at start. @throws IllegalStateException when a file is wrong: rather no service than one that forgets promises */
    @Produces
    @Singleton
    Kinds kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        read(OURS, ours()).forEach(kind -> kinds.put(kind.code(), kind));
        for (Path file : settings.promiseFiles().orElse(List.of())) {
            read(file.toString(), text(file)).forEach(kind -> kinds.put(kind.code(), kind));
        }
        return new Kinds(kinds.values());
    }

    private List<Kind> read(String name, String yaml) {
        return KindFile.read(name, yaml, key -> config.getOptionalValue(key, String.class).orElse(null), settings.warnPercent());
    }

    static String ours() {
        try (InputStream file = KindFiles.class.getResourceAsStream("/" + OURS)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("gongdan.sla.promise-files: cannot read " + file, e);
        }
    }
}
