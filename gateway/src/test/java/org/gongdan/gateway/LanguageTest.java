package org.gongdan.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            en, true
            en-GB, true
            EN;q=0.5, true
            'fr,en;q=0.8,zh;q=0.5', true
            'zh-CN,en;q=0.8', false
            'zh;q=0.8,en', true
            'zh,en', false
            'en,zh', true
            en;q=abc, false
            en;q=1.5, false
            en;q=, false
            en;q=0, false
            ;;;, false
            '', false
            , false
            de, false
            'en;q=abc,en;q=0.1', true
            """)
    void whatCannotBeReadIsPassedOver(String accepted, boolean english) {
        // When
        var answer = Language.english(accepted);
        // Then
        assertEquals(english, answer);
    }
}
