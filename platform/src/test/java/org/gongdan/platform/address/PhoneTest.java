package org.gongdan.platform.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"021-64265555转801", "021-64265555-801", "021-64265555 ext. 801", "021-64265555 Ext 801",
            "021-64265555x801", "02164265555#801", "\"021-64265555,801\"",
            "021-64265555分机801", "021-64265555 转分机 801", "021-64265555轉801", "021-64265555 分機：801", "（021）64265555（转801）",
            "+86 21 6426 5555 ext. 801", "008621-64265555转801",
            "０２１－６４２６５５５５转８０１", "021—64265555 转 801", "tel:+86-21-6426-5555;ext=801", "+862164265555;ext=801"})
    void oneExtensionIsOneNumberHoweverItIsTyped(String typed) {
        assertEquals("+862164265555;ext=801", Phone.read(typed).orElseThrow().number());
    }

    @ParameterizedTest
    @CsvSource({"13812341234, +8613812341234", "138 1234 1234, +8613812341234", "138-1234-1234, +8613812341234",
            "+86 138 1234 1234, +8613812341234", "１３８１２３４１２３４, +8613812341234",
            "19912341234, +8619912341234", "400-820-8820, +864008208820", "800-820-8820, +868008208820", "95588, 95588;phone-context=+86",
            "950131, 950131;phone-context=+86",
            "10086, 10086;phone-context=+86", "12345, 12345;phone-context=+86", "110, 110;phone-context=+86",
            "64265555, 64265555;phone-context=+86", "6426-5555, 64265555;phone-context=+86",
            "6426555, 6426555;phone-context=+86", "64265555转801, 64265555;phone-context=+86;ext=801", "0571-87654321, +8657187654321",
            "+852 2123 4567, +85221234567", "00852 2123 4567, +85221234567",
            "+1 202 555 0143, +12025550143", "+44 20 7946 0958, +442079460958", "+886 2 2345 6789, +886223456789",
            "(+86) 13812341234, +8613812341234", "（+86）138 1234 1234, +8613812341234", "(+86)021-64265555, +862164265555",
            "tel: 021-64265555, +862164265555", "6426 5555, 64265555;phone-context=+86"})
    void numbersOfEveryKindAreRead(String typed, String number) {
        assertEquals(number, Phone.read(typed).orElseThrow().number());
    }

    @ParameterizedTest
    @CsvSource({"95588-1, 95588;phone-context=+86;ext=1", "95588-12, 95588;phone-context=+86;ext=12",
            "10086-1, 10086;phone-context=+86;ext=1", "12345-6, 12345;phone-context=+86;ext=6",
            "6426555-5, 6426555;phone-context=+86;ext=5", "64265555-801, 64265555;phone-context=+86;ext=801",
            "400-820-8820-3, +864008208820;ext=3", "138-1234-12-34, +8613812341234",
            "021-6426555-5, +862164265555", "+49 30 123456-78, +493012345678"})
    void whatStandsBehindTheLastHyphenIsNotMixedIntoAnotherNumber(String typed, String number) {
        assertEquals(number, Phone.read(typed).orElseThrow().number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+----", "0    ", "", " ", "-", "+", "()", "abc", "no phone", "1-800-FLOWERS", "1-800-356-9377",
            "1 (800) 356-9377", "95588 1", "955 88", "64 26 55 5", "1-10", "电话", "00000000", "1111111", "138123412345", "1381234123",
            "+86 12", "+999 1234567", "021-", "转801",
            "13812341234转", "13812341234/13912341234", "13812341234 13912341234", "13812341234\n13912341234", "021-64265555-80123456",
            "+8613812341234567890", "13812341234；", "\ud800"})
    void whatNobodyCanCallIsNoNumber(String typed) {
        assertTrue(Phone.read(typed).isEmpty(), () -> typed + " was read as " + Phone.read(typed));
    }

    @Test
    void nothingIsNoNumber() {
        assertTrue(Phone.read(null).isEmpty());
    }
}
