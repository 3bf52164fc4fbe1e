package org.gongdan.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @ParameterizedTest
    @CsvSource({"zh, 2026-11-22T05:05:00Z, 还剩 2 小时 5 分钟", "zh, 2026-11-22T03:00:20Z, 还剩 不到 1 分钟", "zh, 2026-11-25T04:30:00Z, 还剩 3 天 1 小时",
            "zh, 2026-11-22T02:30:00Z, 已超时 30 分钟", "en, 2026-11-22T05:05:00Z, 2 h 5 min left", "en, 2026-11-21T02:00:00Z, 1 d 1 h overdue"})
    void timeThatIsLeftIsToldInItsTwoLargestUnits(String language, Instant due, String words) {
        assertEquals(words, new Words(Locale.forLanguageTag(language), NOW).left(due));
    }

    @ParameterizedTest
    @CsvSource({"zh, 50%, 已用去 50% 的时间", "zh, due, 到期", "zh, due+PT1H, 超时 1 小时", "zh, due-PT30M working, 到期前 30 分钟（按工作时间）",
            "en, due+PT1H30M, 1 h 30 min overdue", "en, due-P1D working, 1 d before it falls due by working time"})
    void aStepOfALadderIsToldInWords(String language, String step, String words) {
        assertEquals(words, new Words(Locale.forLanguageTag(language), NOW).step(step));
    }

    @ParameterizedTest
    @CsvSource({"500.00, CNY, '¥500.00'", "123.455, CNY, '¥123.455'", "700, JPY, 'JP¥700'"})
    void moneyIsToldInItsUnit(String amount, String currency, String words) {
        assertEquals(words, new Words(Locale.SIMPLIFIED_CHINESE, NOW).money(amount, currency));
    }
}
