package org.gongdan.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One command line with its environment, nothing started yet. */
record Launch(List<String> command, Map<String, String> environment, Path folder) {

    static Launch of(Path folder, List<String> command) {
        return new Launch(List.copyOf(command), Map.of(), folder);
    }

    Launch with(Map<String, String> more) {
        var merged = new TreeMap<>(environment);
        merged.putAll(more);
        return new Launch(command, Map.copyOf(merged), folder);
    }

    /** Behind our own options, so that of two with the same name the caller's wins, and before the class or jar. */
    Launch withJavaOptions(List<String> options) {
        if (options.isEmpty()) {
            return this;
        }
        if (!command.getFirst().equals(java())) {
            throw new StackException(command.getFirst() + " is no Java program, so it takes no Java options.");
        }
        var line = new ArrayList<>(command);
        line.addAll(line.contains("-jar") ? line.indexOf("-jar") : line.indexOf("-cp"), options);
        return new Launch(List.copyOf(line), environment, folder);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
