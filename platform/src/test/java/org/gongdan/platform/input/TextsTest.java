package org.gongdan.platform.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class TextsTest {

    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private static final String HEART_ON_FIRE = "\u2764\uFE0F\u200D\uD83D\uDD25";

    @Test
    void textsComeInFormNfcAndWithoutSpacesAround() {
        assertEquals("Café 收银", Texts.clean(" Cafe\u0301 收银\u3000"));
        assertEquals("第一步\n\t第二步", Texts.clean("第一步\n\t第二步"));
        assertEquals("", Texts.clean(" \u3000\u00A0"));
    }

    @Test
    void whatNoReaderCouldHoldIsNoText() {
        for (String unfit : List.of("元\u0000旦", "a\uD800b", "a\uDC00", "\uD83D", "a\u0007", "a\u007F", "a\u0085b", "a\u009Fb", "a\uFFFEb",
                "a\uFFFF", "a\uFDD0", "\uD83F\uDFFE", "a\u001B[31m")) {
            assertThrows(Misfit.class, () -> Texts.clean(unfit), () -> escaped(unfit));
        }
    }

    /** Sorting a hundred thousand of them takes a minute, and nothing else is answered meanwhile. */
    @Test
    void aCharacterCarriesNoHeapOfMarks() {
        // Given
        String heap = "a" + "\u0301\u0316".repeat(100_000);

        // When
        Misfit fault = assertThrows(Misfit.class, () -> Texts.clean(heap));

        // Then
        assertEquals("marks-piled-up", fault.code());
        assertEquals("ཧྐྵྨླྺྼྻྂ ẫ", Texts.clean("ཧྐྵྨླྺྼྻྂ a\u0302\u0303"));
        assertEquals(31, Texts.clean("a" + "\u0334".repeat(30)).length());
    }

    @Test
    void namesAreMadeOfWhatCanBeSeen() {
        for (String name : List.of("王伟", "\uD87E\uDC1A记面馆", "O'Brien-Smith", "مخزن", "नमस्ते", "葛\uDB40\uDD00城市", "\u4DAE记", "①号店", "𠮷野家",
                "收银机 " + FAMILY, HEART_ON_FIRE)) {
            assertNull(Texts.faultOfLine(name, 50), name);
        }
    }

    @Test
    void namesHideNothing() {
        for (String name : List.of("王\u200B伟", "王\u200D伟", "\u202E伟王", "王\u2066伟", "王\uFEFF", "a\u00ADb", "王\n伟", "王伟\r\n", "a\tb",
                "a\u2028b", "a\u2029b", "王\uDB40\uDC41", "a\u061Cb", "王\u3164", "a\u115Fb", "a\uDB40\uDFF0b")) {
            assertEquals("line-unfit", Texts.faultOfLine(name, 50), () -> escaped(name));
        }
    }

    @Test
    void whatShowsNothingIsBlank() {
        for (String blank : List.of("\uFEFF", "\u200B\u200B", " \u3000", "\uFE0F", "\u2800", "\u3164", "\n\t", "\u00AD", "\uDB40\uDD00",
                "\u180E")) {
            assertEquals("text-blank", Texts.faultOfLine(blank, 50), () -> escaped(blank));
            assertEquals("text-blank", Texts.faultOfProse(blank, 50), () -> escaped(blank));
        }
    }

    @Test
    void proseMayHoldLinesTabsAndJoinedEmoji() {
        assertNull(Texts.faultOfProse("重启路由器\n\t再试\r\n" + FAMILY + "می‌خواهم", 200));
    }

    @Test
    void lengthsAreCountedInCodePoints() {
        assertNull(Texts.faultOfLine("\uD842\uDFB7".repeat(100), 100));
        assertEquals("text-too-long", Texts.faultOfLine("\uD842\uDFB7".repeat(101), 100));
        assertEquals("text-too-long", Texts.faultOfProse("字".repeat(101), 100));
    }

    @Test
    void lineGivesTheCleanTextOrSaysWhyNot() {
        // When
        Misfit fault = assertThrows(Misfit.class, () -> Texts.line("一二三四", 3));

        // Then
        assertEquals("text-too-long", fault.code());
        assertEquals("一二三", Texts.line("一二三 ", 3));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append(String.format("\\u%04X", unit)));
        return escaped.toString();
    }
}
