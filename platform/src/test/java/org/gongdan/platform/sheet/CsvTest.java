package org.gongdan.platform.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static String cell(Object value) {
        String text = Csv.of(List.of("h"), List.of(Arrays.asList(value, "x")));
        return text.substring("\uFEFFh\r\n".length(), text.length() - ",x\r\n".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\n=1+1", "\r=1", "\t=1", "\tx", "\nx", "＝1+1", "＋1", "－1", "＠A1", "﹦1", "﹢1",
            "﹣1", "﹫A1", "⁼1", "⁺1", "⁻1", "₌1", "₋1",
            "−1", " =1", "\u3000=1", "\u00A0=1", "\u200B=1", "\uFEFF＝1", "\u202E=1", "\u2028=1", "\u0085=1", "\u0001=1", "\u007F=1",
            "\u00AD=1", "\u3164=1", "\u2800=1", "\uFE0F=1",
            "\u0301=1", "\uE000=1", " \n\u200B\t＝HYPERLINK(\"http://x\")", "\uD800=1", "\uDB40\uDC20=1", "=\u03381"})
    void whatWouldBeRunIsProtected(String text) {
        // When
        String cell = cell(text);

        // Then
        assertTrue(cell.startsWith("'") || cell.startsWith("\"'"), cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"记面馆", "A=B", "1-1", "a@b.example", "(=1)", "/x", "#1", "：=1", "", " x", "é", "👍=1", "2026-11-01"})
    void ordinaryTextIsLeftAsItIs(String text) {
        // When
        String cell = cell(text);

        // Then
        assertEquals(text, cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell);
    }

    @Test
    void numbersStayNumbers() {
        assertEquals("-5", cell(-5));
        assertEquals("-5", cell(-5L));
        assertEquals("-0.0001", cell(-0.0001));
        assertEquals("12000.00", cell(new BigDecimal("12000.00")));
        assertEquals("'-5", cell("-5"));
        assertEquals("", cell(null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"a,b|~\"a,b\"~", "a;b|~\"a;b\"~", "a\"b|~\"a\"\"b\"~", "a\\nb|~\"a\nb\"~",
            "a\\rb|~\"a\rb\"~", "a\u2028b|~\"a\u2028b\"~",
            "a\u0085b|~\"a\u0085b\"~", "~ a~|~\" a\"~", "a\\tb|~\"a\tb\"~"})
    void whatEndsACellOrALineIsQuoted(String text, String cell) {
        assertEquals(cell, cell(text.translateEscapes()));
    }

    @ParameterizedTest
    @CsvSource({"7, a[U+0007]b", "0, a[U+0000]b", "27, a[U+001B]b", "65535, a[U+FFFF]b", "55296, a[U+D800]b", "127, a[U+007F]b"})
    void whatNoFileCanHoldIsMarked(int codePoint, String cell) {
        // Given
        String text = "a" + Character.toString(codePoint) + "b";

        // When
        String written = cell(text);

        // Then
        assertEquals(cell, written);
    }
}
