package org.gongdan.platform.printing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource({"7, [U+0007]", "27, [U+001B]", "55296, [U+D800]", "65535, [U+FFFF]"})
    void whatIsNoCharacterIsMarked(int codePoint, String mark) {
        assertEquals("记" + mark, new Printable(1, (font, one) -> true).text("记" + Character.toString(codePoint)));
    }

    @Test
    void onlyWhatIsInvisibleEverywhereIsLeftOut() {
        assertEquals("ab c\nd", new Printable(1, (font, one) -> one < 128).text("a\u200Bb\u00A0c\r\nd\uFE0F\u202E\uDB40\uDD00"));
    }

    @Test
    void whatAnyFontHasIsNoMark() {
        assertEquals("a记[U+9986]", new Printable(2, (font, one) -> font == 0 ? one < 128 : one == '记').text("a记馆"));
    }
}
