package org.gongdan.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where things are: the working copy, what Maven copied beside this module, and the data of this one stack. */
public record Layout(Path root, Path data) {

    /** Walks up from the current folder, so that it works from the root, from a module and from a test. */
    static Path findRoot() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/kafka/topics.properties"))) {
                return folder;
            }
        }
        throw new StackException("Gongdan's working copy was not found above " + Path.of("").toAbsolutePath() + ".");
    }

    Path target() {
        return root.resolve("deploy/local/target");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    Path runFile() {
        return data.resolve("run.pids");
    }

    /** How far the demo's play came. */
    Path demoState() {
        return data.resolve("demo.state");
    }

    /** By how much the services' time differs from the machine's while it is played. */
    Path demoClock() {
        return data.resolve("demo.clock");
    }

    Path topics() {
        return root.resolve("deploy/kafka/topics.properties");
    }

    Path realm() {
        return root.resolve("deploy/keycloak/gongdan-realm.json");
    }

    /** What the demo has besides. */
    Path demoRealm() {
        return root.resolve("deploy/keycloak/demo-realm.json");
    }

    Path jar(Service service) {
        return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The one file in target/dist that starts so, whatever its version. */
    Path dist(String prefix) {
        return matching(target().resolve("dist"), prefix);
    }

    static Path matching(Path folder, String prefix) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).max(Comparator.naturalOrder())
                    .orElseThrow(() -> new StackException(prefix + "… is missing in " + folder + "; build the module deploy/local first."));
        } catch (IOException e) {
            throw new StackException(folder + " is missing; build the module deploy/local first.", e);
        }
    }

    static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
