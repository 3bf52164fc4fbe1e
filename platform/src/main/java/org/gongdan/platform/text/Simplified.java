package org.gongdan.platform.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Simplified characters for traditional ones, by OpenCC's dictionary of characters, which opencc4j carries.
 *
 * <p>Character by character: what a character becomes must not depend on its neighbours, or a part of a text would not be found in the whole. So
 * 乾 is 干 everywhere; that 乾隆 is written so in simplified texts too does no harm, as both sides of a comparison are folded alike.
 */
final class Simplified {

    private static final String DICTIONARY = "/data/dictionary/TSCharacters.txt";
    private static final int FIRST_IDEOGRAPH = 0x2E80;
    private static final Map<Integer, Integer> CHARACTERS = read();

    private Simplified() {
    }

    static int of(int point) {
        return point < FIRST_IDEOGRAPH ? point : CHARACTERS.getOrDefault(point, point);
    }

    private static Map<Integer, Integer> read() {
        Map<Integer, Integer> characters = new HashMap<>();
        try (InputStream in = Simplified.class.getResourceAsStream(DICTIONARY)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> add(characters, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        characters.replaceAll((traditional, simplified) -> last(characters, simplified));
        return characters;
    }

    /** A line is the traditional character and what it may become, the likeliest first; where that is itself, the next one. */
    private static void add(Map<Integer, Integer> characters, String line) {
        int[] points = line.codePoints().filter(point -> point != ' ' && point != '\t').toArray();
        for (int at = 1; at < points.length; at++) {
            if (points[at] != points[0]) {
                characters.put(points[0], points[at]);
                return;
            }
        }
    }

    /** Where the dictionary leads from one to the next: the end of the way. */
    private static int last(Map<Integer, Integer> characters, int point) {
        int end = point;
        for (int steps = 0; steps < characters.size() && characters.containsKey(end); steps++) {
            end = characters.get(end);
        }
        return end;
    }
}
