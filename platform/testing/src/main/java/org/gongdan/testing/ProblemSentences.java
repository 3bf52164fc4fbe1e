package org.gongdan.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every problem a service can answer with has a title and a sentence in Chinese and English; each service runs it over its own bundle. */
public final class ProblemSentences {

    private static final int LONGEST_TITLE = 120;
    private static final Pattern KIND = Pattern
            .compile("(?:new (?:NotFound|IllegalTransition|StaleVersion)\\(|Etags\\.check\\([^;\"]*)\"([a-z -]+)\"");

    private static final Pattern CODE = Pattern
            .compile(
                    "(?:new (?:DomainException\\.)?(?:Rejected|Conflict|Forbidden|TooMany|Gone|Misfit)|IllegalTransition\\.inWords)\\(\\s*\"([a-z-]+)\"");

    /** {@code IN_PROGRESS}: what programs call a state. */
    private static final Pattern RAW = Pattern.compile("[A-Z][A-Z_]+");

    private ProblemSentences() {
    }

    /**
     * @param bundle {@code problems/service} or {@code problems/platform}
     * @param title  of a code in a language
     */
    public static void check(String bundle, BiFunction<String, Locale, String> title) {
        Properties english = read(bundle + ".properties");
        Properties chinese = read(bundle + "_zh.properties");
        assertEquals(english.stringPropertyNames(), chinese.stringPropertyNames(), "sentences in both languages");
        for (String code : english.stringPropertyNames()) {
            assertFalse(english.getProperty(code).replace("''", "").contains("'"),
                    () -> code + ": a single quote must be doubled, or it is lost");
            if (code.startsWith("word.")) {
                assertFalse(RAW.matcher(english.getProperty(code)).matches(), () -> code + ": a code is no word");
            }
            if (code.indexOf('.') < 0) {
                assertTitle(code, title.apply(code, Locale.ENGLISH));
                assertTitle(code, title.apply(code, Locale.CHINESE));
                assertTrue(isChinese(title.apply(code, Locale.CHINESE)), () -> code + ": the Chinese title is not Chinese");
                assertTrue(isChinese(chinese.getProperty(code)), () -> code + ": the Chinese sentence is not Chinese");
                assertFalse(isChinese(title.apply(code, Locale.ENGLISH)), () -> code + ": the English title is Chinese");
            }
        }
    }

    /**
     * What a sentence says does not exist or cannot change is a word of its language.
     *
     * @param sources of the service
     */
    public static void checkWords(Path sources) throws IOException {
        Properties chinese = read("problems/service_zh.properties");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                KIND.matcher(Files.readString(file)).results().forEach(kind -> {
                    String word = "word." + kind.group(1).replace(' ', '-');
                    assertTrue(isChinese(chinese.getProperty(word, "")), () -> file.getFileName() + ": " + word + " has no Chinese word");
                });
            }
        }
    }

    /**
     * Whatever is refused by a code has its sentence where the code is thrown, and not in a bundle that another program has.
     *
     * @param sources of the service, or of platform
     * @param bundles of which one has the sentence, such as {@code problems/service}
     */
    public static void checkCodes(Path sources, String... bundles) throws IOException {
        Properties known = new Properties();
        Stream.of(bundles).forEach(bundle -> known.putAll(read(bundle + ".properties")));
        int codes = 0;
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                for (MatchResult code : CODE.matcher(Files.readString(file)).results().toList()) {
                    assertTrue(known.containsKey(code.group(1)), () -> file.getFileName() + ": " + code.group(1) + " has no sentence");
                    codes++;
                }
            }
        }
        assertTrue(codes > 0, "no code was found in " + sources);
    }

    private static void assertTitle(String code, String title) {
        assertFalse(title.isBlank() || title.equals(code) || title.contains("{") || title.length() > LONGEST_TITLE,
                () -> code + " has no good title: " + title);
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }

    private static Properties read(String file) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
