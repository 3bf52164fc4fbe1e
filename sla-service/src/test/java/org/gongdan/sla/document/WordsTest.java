package org.gongdan.sla.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.gongdan.sla.document.Document.Format;
import org.gongdan.sla.report.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Words ENGLISH = new Words(Locale.ENGLISH, SHANGHAI);
    private static final Words CHINESE = new Words(Locale.CHINESE, SHANGHAI);

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("reports/words", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void everyWordIsThereInBothLanguagesAndTellsTheSame() {
        // When
        ResourceBundle english = bundle(Locale.ENGLISH);
        ResourceBundle chinese = bundle(Locale.CHINESE);

        // Then
        assertEquals(english.keySet(), chinese.keySet());
        english.keySet().forEach(key -> assertEquals(places(english.getString(key)), places(chinese.getString(key)), key));
    }

    private static TreeSet<String> places(String text) {
        return Pattern.compile("\\{\\d\\}").matcher(text).results().map(found -> found.group()).collect(TreeSet::new, TreeSet::add,
                TreeSet::addAll);
    }

    @ParameterizedTest
    @EnumSource
    void everyCauseHasAName(Cause cause) {
        assertNotEquals("cause." + cause, CHINESE.say("cause." + cause));
        assertFalse(ENGLISH.say("cause." + cause).isBlank());
    }

    @ParameterizedTest
    @CsvSource({"0, 0 min", "0.3, < 1 min", "59, 59 min", "60, 1 h", "61.4, 1 h 1 min", "1440, 1 d", "1500, 1 d 1 h", "1499, 1 d 1 h",
            "1450, 1 d", "4310, 3 d"})
    void lengthsAreTheirDaysHoursAndMinutes(double minutes, String text) {
        assertEquals(text, ENGLISH.text(minutes, Format.MINUTES));
    }

    @Test
    void valuesAreWrittenAsWhatTheyAre() {
        assertEquals("97.52 %", ENGLISH.text(0.9752, Format.PERCENT));
        assertEquals("99.96 %", ENGLISH.text(0.9996, Format.PERCENT));
        assertEquals("12,345", ENGLISH.text(12345, Format.COUNT));
        assertEquals("1,234.50", ENGLISH.text(new BigDecimal("1234.50"), Format.MONEY));
        assertEquals("2026-10-08 08:30", CHINESE.text(Instant.parse("2026-10-08T00:30:00Z"), Format.TIME));
        assertEquals("–", CHINESE.text(null, Format.COUNT));
        assertEquals("2026年10月", CHINESE.month("2026-10"));
        assertEquals("October 2026", ENGLISH.month("2026-10"));
    }
}
