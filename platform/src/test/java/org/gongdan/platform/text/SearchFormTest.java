package org.gongdan.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchFormTest {

    private static final long SEED = 20261126;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"Wi-Fi, wifi", "ＷＩＦＩ, wifi", "Wi‑Fi, WI–FI", "Wi_Fi, wiﬁ", "wi－fi, Wi—Fi",
            "TM-U220B, TMU220B", "ＴＭ－Ｕ２２０Ｂ, tm u220b",
            "ESP32-C6, ESP32C6", "ＰＯＳ机, POS 机", "收銀機, 收银机", "收银机　打印, 收银机打印", "'收银机\u00a0\u2003\u200b\ufeff打印', 收银机打印", "臺灣 裡面, 台湾里面",
            "ＡＣＭＥ株式会社, acme株式会社",
            "STRASSE, straße", "ΟΔΟΣ, οδος", "①号机, 1号机", "ｶﾀｶﾅ, カタカナ", "买买提•阿凡提, 买买提·阿凡提", "O’Neil, o'neil", "Cafe\u0301, CAFÉ", "㎏, KG",
            "乾燥機, 干燥机", "ip\u00adphone, IP phone"})
    void whatReadsTheSameIsTheSame(String one, String other) {
        assertEquals(SearchForm.of(one), SearchForm.of(other));
        assertTrue(SearchForm.same(one, other));
    }

    @ParameterizedTest
    @CsvSource({"1-2, 12", "2611-0042, 26110042", "C6, C7", "机, 机机", "C++, C", "1.5, 15", "收银机, 打印机"})
    void whatReadsDifferentlyIsNot(String one, String other) {
        assertNotEquals(SearchForm.of(one), SearchForm.of(other));
    }

    @Test
    void aQuestionIsCutAtEverySpaceThereIs() {
        assertEquals(List.of("收银机", "打印", "tmu220b"), SearchForm.words("　收銀機　打印\u00a0\u2028ＴＭ－Ｕ２２０Ｂ\t"));
        assertEquals(List.of(), SearchForm.words(" - _ \u200b　"));
        assertTrue(SearchForm.isBlank("　\u200b\u0000\u2800"));
        assertFalse(SearchForm.isBlank("-"));
    }

    @Test
    void textsStandOnALineEachAndNothingIsLeftOut() {
        assertEquals("2611-0042\n幸福超市\nwifi掉线", SearchForm.of("2611-0042", "幸福超市", null, "Wi-Fi 掉线"));
        assertNull(SearchForm.of((String) null));
        assertTrue(SearchForm.same(null, null));
        assertFalse(SearchForm.same("", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00b", "\u0000", "\uffff", "👩‍👩‍👧", "", "a-\u0301"})
    void oddTextHasAFormThatStays(String text) {
        assertEquals(SearchForm.of(text), SearchForm.of(SearchForm.of(text)));
    }

    @Test
    void theFormOfEveryCharacterIsItsOwnFormAndThatOfItsCompositions() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (Character.isDefined(point) && Character.getType(point) != Character.PRIVATE_USE) {
                assertStable("a-" + Character.toString(point) + "-1");
            }
        }
    }

    @Test
    void theFormOfAnyTextIsItsOwnFormAndThatOfItsCompositions() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                int[] blocks = {0x20, 0x80, 0x300, 0x370, 0x1100, 0x2000, 0x3000, 0x4E00, 0xA960, 0xAC00, 0xF900, 0xFE00, 0xFF00, 0x1D400,
                        0x1F300, 0x20000, 0xE0000};
                text.appendCodePoint(blocks[random.nextInt(blocks.length)] + random.nextInt(0x100));
            }
            assertStable(text.toString());
        }
    }

    /** So a part of a text is found in the whole: what a word becomes does not depend on the words around it. */
    @Test
    void wordsOfATextAreFoundInIt() {
        Random random = new Random(SEED);
        String[] words = {"收銀機", "Wi-Fi", "ＴＭ－Ｕ２２０Ｂ", "2611-0042", "Straße", "乾燥", "é", "🖨️", "O’Neil", "①", "死机"};
        for (int round = 0; round < 2_000; round++) {
            String text = words[random.nextInt(words.length)] + "　" + words[random.nextInt(words.length)] + " "
                    + words[random.nextInt(words.length)];
            String whole = SearchForm.of(text);
            assertTrue(SearchForm.words(text).stream().allMatch(whole::contains), text);
        }
    }

    private static void assertStable(String text) {
        String form = SearchForm.of(text);
        assertEquals(form, SearchForm.of(form), () -> "not its own form: " + codes(text));
        assertEquals(form, SearchForm.of(Normalizer.normalize(text, Normalizer.Form.NFD)),
                () -> "depends on decomposition: " + codes(text));
        assertEquals(form, SearchForm.of(Normalizer.normalize(text, Normalizer.Form.NFC)), () -> "depends on composition: " + codes(text));
    }

    private static String codes(String text) {
        return text.codePoints().mapToObj(point -> "U+%04X ".formatted(point)).reduce("", String::concat);
    }
}
