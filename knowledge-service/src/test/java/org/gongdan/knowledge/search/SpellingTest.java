package org.gongdan.knowledge.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"Wi-Fi 频繁掉线, wifi 频繁掉线 wi fi", "Wi Fi 掉线, wi fi 掉线 wifi", "EPSON TM-U220B, epson tmu220b tm u220b epsontmu220b",
            "ＥＳＰ３２－Ｃ６模块, esp32c6模块 esp32 c6", "收銀機　打印, 收银机 打印", "'', ''",
            "'Wi-Fi，连不上', 'wifi,连不上 wi fi'", "Windows 更新 0x0000007B, windows 更新 0x0000007b"})
    void aNameIsReadAsOneWordAndInItsParts(String text, String spelled) {
        assertEquals(spelled, Spelling.of(text));
    }

    /** What would take hours or overflow the stack if the pattern went back on what it has taken. */
    @ParameterizedTest
    @ValueSource(strings = {"0a 1f ", "a-b-", "a"})
    void longRowsOfLettersAreRead(String part) {
        // Given
        String text = part.repeat(500_000 / part.length());

        // When
        String spelled = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Spelling.of(text));

        // Then
        assertTrue(spelled.startsWith("" + part.charAt(0)));
    }
}
