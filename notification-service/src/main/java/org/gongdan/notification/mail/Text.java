package org.gongdan.notification.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongdan.notification.Template;

/** A template in one language: the first line is the subject, the rest the body; {@code {name}} stands for a value. */
record Text(String subject, String body) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Text> LOADED = new ConcurrentHashMap<>();

    static Text of(Template template, Locale language) {
        return LOADED.computeIfAbsent("templates/" + language.getLanguage() + "/" + template.file() + ".txt", Text::load);
    }

    Letter letter(String to, Map<String, String> values) {
        return new Letter(to, OneLine.of(fill(subject, values)), fill(body, values));
    }

    /** Values are put in as they are: what a customer wrote is never read as a template. */
    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for {" + place.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static Text load(String file) {
        try (InputStream in = Text.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no template " + file);
            }
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            return new Text(parts[0].strip(), parts[1].strip() + "\n");
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
