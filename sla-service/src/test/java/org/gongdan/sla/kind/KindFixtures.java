package org.gongdan.sla.kind;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Our own kinds as they are read at start, without a container. */
public final class KindFixtures {

    private static final Properties SETTINGS = settings();

    private KindFixtures() {
    }

    public static List<Kind> ours() {
        return read(KindFiles.ours());
    }

    public static List<Kind> ours(String... codes) {
        return ours().stream().filter(kind -> List.of(codes).contains(kind.code())).toList();
    }

    public static List<Kind> read(String yaml) {
        return KindFile.read("test.yaml", yaml, SETTINGS::getProperty, 80);
    }

    /** As the service is delivered, but that one kind is counted by working time. */
    private static Properties settings() {
        try (Reader file = Files.newBufferedReader(root().resolve("sla-service/src/main/resources/application.properties"))) {
            Properties settings = new Properties();
            settings.load(file);
            settings.setProperty("gongdan.sla.acknowledge.calendar", "office-cn");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path root() {
        for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
            if (Files.exists(root.resolve("mvnw"))) {
                return root;
            }
        }
        throw new IllegalStateException("not inside the project");
    }
}
