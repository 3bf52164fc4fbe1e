package org.gongdan.knowledge.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"Wi-Fi 频繁掉线, wifi 频繁掉线 wi fi", "Wi Fi 掉线, wi fi 掉线 wifi", "EPSON TM-U220B, epson tmu220b tm u220b epsontmu220b", "ＥＳＰ３２－Ｃ６模块, esp32c6模块 esp32 c6", "收銀機　打印, 收银机 打印", "'', ''",
            "'Wi-Fi，连不上', 'wifi,连不上 wi fi'", "Windows 更新 0x0000007B, windows 更新 0x0000007b"})
    void aNameIsReadAsOneWordAndInItsParts(String text, String spelled) {
        assertEquals(spelled, Spelling.of(text));
    }
}
