package org.gongdan.platform.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;

import org.gongdan.testing.ProblemSentences;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("problems/platform", Locale.ROOT);
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle("problems/platform", Locale.CHINESE);

    @Test
    void bothLanguagesHaveASentenceForEachProblem() throws IOException {
        // When
        Set<String> english = keys("/problems/platform.properties");

        // Then
        assertEquals(english, keys("/problems/platform_zh.properties"));
    }

    @Test
    void bothLanguagesNameTheSameArguments() {
        for (String key : ENGLISH.keySet()) {
            // When
            int english = arguments(ENGLISH.getString(key));

            // Then
            assertEquals(english, arguments(CHINESE.getString(key)), key);
        }
    }

    @Test
    void chineseSentencesAreChinese() {
        // When
        List<String> foreign = CHINESE.keySet().stream().filter(key -> CHINESE.getString(key).codePoints()
                .noneMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN)).toList();

        // Then
        assertEquals(List.of(), foreign);
    }

    @Test
    void whateverPlatformRefusesHasASentenceInPlatform() throws IOException {
        ProblemSentences.checkCodes(Path.of("src/main/java"), "problems/platform");
    }

    @Test
    void everyProblemHasTitleAndSentenceInBothLanguages() {
        ProblemSentences.check("problems/platform", ProblemTexts::title);
    }

    @Test
    void fillsInTheArguments() {
        // When
        String sentence = ProblemTexts.detail("not-found", Locale.ENGLISH, "ticket", "2611-0042");

        // Then
        assertEquals("There is no ticket 2611-0042.", sentence);
    }

    @Test
    void aListIsSaidAsPeopleSayIt() {
        assertEquals("There is no consumer one, two.", ProblemTexts.detail("unknown-consumer", Locale.ENGLISH, List.of("one", "two")));
        assertEquals("没有名为 one、two 的消费者。", ProblemTexts.detail("unknown-consumer", Locale.CHINESE, List.of("one", "two")));
    }

    @Test
    void aCodeWithoutSentenceStandsForItself() {
        // When
        String sentence = ProblemTexts.detail("no-such-code", Locale.ENGLISH);

        // Then
        assertEquals("no-such-code", sentence);
    }

    @Test
    void speaksTheFirstLanguageItKnowsAndChineseOtherwise() {
        assertEquals(Locale.ENGLISH, ProblemTexts.choose("fr, en-GB, zh-CN"));
        assertEquals(Locale.CHINESE, ProblemTexts.choose("zh-CN,en-GB"));
        assertEquals(Locale.ENGLISH, ProblemTexts.choose("zh;q=0.5, EN;q=0.9"));
        assertEquals(Locale.CHINESE, ProblemTexts.choose("fr"));
        assertEquals(Locale.CHINESE, ProblemTexts.choose((String) null));
    }

    @Test
    void whatCannotBeReadOfAcceptLanguageCountsAsNotSaid() {
        for (String malformed : List.of("en;q=abc", "en;q=1.5", "en;q=", "en;", ";;,,;", "en;q=-1", "en;q=0", "q=1", "*", "\u0000",
                "en;q=1e0", "en-".repeat(9000) + ";q=x")) {
            assertEquals(Locale.CHINESE, ProblemTexts.choose(malformed), malformed);
        }
    }

    @Test
    void everyExceptionOfTheDomainHasASentence() {
        // When
        List<String> codes = List.of(new DomainException.NotFound("ticket", 1).code(),
                new DomainException.StaleVersion("ticket", 1, 2).code(),
                new DomainException.IllegalTransition("ticket", 1, Thread.State.NEW, "CLOSED").code());

        // Then
        assertTrue(ENGLISH.keySet().containsAll(codes), codes::toString);
    }

    /** Of the file itself: a bundle also shows what it inherits. */
    private static Set<String> keys(String file) throws IOException {
        try (Reader reader = new InputStreamReader(ProblemTextsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties.stringPropertyNames();
        }
    }

    private static int arguments(String sentence) {
        return new MessageFormat(sentence).getFormatsByArgumentIndex().length;
    }
}
