package org.gongdan.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    private static final long SEED = 20261126;
    private static final String LETTERS = "刘海𠮷éß0123456789abcXYZ１２ -+.@转#（）、·\u0301👩";

    @ParameterizedTest
    @CsvSource({"13812341234, 138****34", "021-64265555转801, 021****55", "64265555, 64****55", "６４２６５５５５, 64****55", "6426555, 64****5",
            "95588, 9****8", "110, 1****", "7, ****", "'', ****",
            "+8613812341234, 861****234", "no phone, ****"})
    void ofAPhoneNumberAtMostHalfTheDigitsAreShown(String phone, String masked) {
        assertEquals(masked, Mask.phone(phone));
    }

    @ParameterizedTest
    @CsvSource({"刘店长, 刘**", "刘店, 刘**", "欧, **", "L, **", "𠮷野, 𠮷**", "Li Wei, L**", "'', ''"})
    void aNameKeepsItsFirstCharacterIfItHasTwo(String name, String masked) {
        assertEquals(masked, Mask.name(name));
    }

    @ParameterizedTest
    @CsvSource({"liu@example.com, l***@e***.com", "l@example.com, ***@e***.com", "a@b.co, ***@***.co", "a@b.com, ***@***",
            "ab@x.com, ***@***.com", "liu@乡.example, ***@***", "@example.com, ***", "no address, ***"})
    void aMailAddressKeepsBeginningsAndItsTopDomain(String email, String masked) {
        assertEquals(masked, Mask.email(email));
    }

    @ParameterizedTest
    @CsvSource({"上海市徐汇区漕溪北路100号, 上海市徐汇区****", "上海市, 上****", "上海市徐汇区, 上海市****", "家, ****", "'', ''"})
    void anAddressKeepsItsProvinceAndCityOrHalf(String address, String masked) {
        assertEquals(masked, Mask.address(address));
    }

    @Test
    void noMaskShowsMoreThanHalfOrAWhole() {
        List<UnaryOperator<String>> masks = List.of(Mask::phone, Mask::name, Mask::email, Mask::address);
        Random random = new Random(SEED);
        int[] letters = LETTERS.codePoints().toArray();
        for (int round = 0; round < 100_000; round++) {
            StringBuilder value = new StringBuilder();
            for (int length = 1 + random.nextInt(24); length > 0; length--) {
                value.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            for (UnaryOperator<String> mask : masks) {
                String whole = value.toString();
                String shown = mask.apply(whole);
                assertTrue(2 * count(shown) <= count(Normalizer.normalize(whole, Normalizer.Form.NFKC)),
                        () -> whole + " is shown as " + shown);
                assertTrue(shown.contains("**"), () -> whole + " is shown as " + shown);
                assertFalse(shown.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE),
                        () -> "half a character in " + shown);
            }
        }
    }

    private static long count(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    @Test
    void nothingStaysNothing() {
        assertNull(Mask.phone(null));
        assertNull(Mask.name(null));
        assertNull(Mask.email(null));
        assertNull(Mask.address(null));
    }
}
