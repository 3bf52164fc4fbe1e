package org.gongdan.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the processes' own files say of them: settings and Java. */
final class Sources {

    private Sources() {
    }

    static String properties(String process) {
        return text(Command.ROOT.resolve(process + "/src/main/resources/application.properties"));
    }

    /** Properties of a process with those that it inherits. */
    static String allProperties(String process) {
        return properties(process) + platformFolders(process)
                .map(folder -> Command.ROOT.resolve(folder + "/src/main/resources/META-INF/microprofile-config.properties"))
                .filter(Files::exists)
                .map(Sources::text).collect(Collectors.joining("\n"));
    }

    /** Java of a process with that of the platform it stands on. */
    static String allJava(String process) {
        return Stream.concat(Stream.of(process), platformFolders(process)).map(Sources::java).collect(Collectors.joining("\n"));
    }

    static String java(String module) {
        try (Stream<Path> files = Files.walk(Command.ROOT.resolve(module + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Sources::text).collect(Collectors.joining("\n"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Stream<String> platformFolders(String process) {
        return process.equals("gateway") ? Stream.of("platform/session") : Stream.of("platform/session", "platform", "platform/printing");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** First groups of all matches. */
    static Set<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    static List<String> lines(String text) {
        return text.lines().toList();
    }
}
