package org.gongdan.stack;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** What deploy/kafka/topics.properties says: every topic with its partitions and Kafka's own settings, dead letter topics included. */
record Topics(Map<String, Topic> byName) {
    private static final String DEFAULTS = "defaults";
    private static final String DEAD_LETTER = "dead-letter";

    record Topic(int partitions, Map<String, String> settings) {
    }

    static Topics read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Topics parse(String text) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(text));
        var names = new TreeSet<>(lines.stringPropertyNames());
        names.remove(DEFAULTS);
        names.remove(DEAD_LETTER);
        var topics = new TreeMap<String, Topic>();
        for (var name : names) {
            topics.put(name, topic(name, lines.getProperty(DEFAULTS, ""), lines.getProperty(name)));
            var deadLetter = name + "-" + DEAD_LETTER;
            if (!name.endsWith("-" + DEAD_LETTER) && !names.contains(deadLetter)) {
                topics.put(deadLetter, topic(deadLetter, lines.getProperty(DEFAULTS, ""), lines.getProperty(DEAD_LETTER, "")));
            }
        }
        return new Topics(topics);
    }

    private static Topic topic(String name, String defaults, String own) {
        var settings = new LinkedHashMap<String, String>();
        for (var word : (defaults + " " + own).strip().split("\\s+")) {
            var equals = word.indexOf('=');
            if (equals < 1) {
                throw new StackException("topics.properties: '" + word + "' of topic " + name + " is not <setting>=<value>.");
            }
            settings.put(word.substring(0, equals), word.substring(equals + 1));
        }
        var partitions = settings.remove("partitions");
        if (partitions == null || !partitions.matches("[1-9]\\d{0,3}")) {
            throw new StackException("topics.properties: topic " + name + " needs partitions=<number>.");
        }
        return new Topic(Integer.parseInt(partitions), Map.copyOf(settings));
    }
}
