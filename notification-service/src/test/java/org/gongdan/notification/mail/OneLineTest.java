package org.gongdan.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'  刘店长 '|刘店长", "'a\r\nBcc: b'|a Bcc: b", "'a\u0085b\u2028c\u2029d\u000Be'|a b c d e",
            "'a\u3000\u00A0b'|a b", "'\u202Ea\u2066b\u2069\u200E\u061Cc'|abc", "'a\uFEFFb\u200Bc\u00ADd'|abcd",
            "'👨\u200D👩\u200D👧'|👨\u200D👩\u200D👧", "'a\uD800b'|a\uFFFDb", "'_ = ?'|_ = ?"})
    void textBecomesOneVisibleLine(String written, String line) {
        assertEquals(line, OneLine.of(written));
    }
}
