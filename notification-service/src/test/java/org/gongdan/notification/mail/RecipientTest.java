package org.gongdan.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.mail.internet.AddressException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {

    @ParameterizedTest
    @CsvSource({"liu@乡.example, liu@xn--wjq.example", "liu@xingfu.example, liu@xingfu.example",
            "Liu.Haiyan+pos@XingFu.Example, Liu.Haiyan+pos@xingfu.example",
            "liu@bücher.example, liu@xn--bcher-kva.example", "liu@BÜCHER.example, liu@xn--bcher-kva.example",
            "liu@xn--wjq.example, liu@xn--wjq.example",
            "liu@例え.テスト, liu@xn--r8jz45g.xn--zckzah", "liu@ｘｉｎｇｆｕ.example, liu@xingfu.example", "刘店长@乡.example, 刘店长@xn--wjq.example",
            "' liu@xingfu.example\t', liu@xingfu.example",
            "liu@straße.example, liu@xn--strae-oqa.example", "liu@βόλος.example, liu@xn--nxasmm1c.example",
            "liu@乡。example, liu@xn--wjq.example",
            "o'brien_{x}@xingfu.example, o'brien_{x}@xingfu.example", "liu@localhost, liu@localhost"})
    void mailboxIsTheOneThatWasWritten(String written, String carried) throws AddressException {
        assertEquals(carried, Recipient.of(written).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "liu", "liu@", "@xingfu.example", "a@b@xingfu.example", "liu@xingfu.example.", "liu@.example",
            "liu@xingfu..example", ".liu@xingfu.example", "liu.@xingfu.example",
            "li..u@xingfu.example", "liu@-xingfu.example", "liu@xingfu-.example", "liu@xing_fu.example",
            "liu@xingfu.example, wang@xingfu.example", "liu@xingfu.example;wang@xingfu.example",
            "group: liu@xingfu.example;", "Liu <liu@xingfu.example>", "<liu@xingfu.example>", "\"liu\"@xingfu.example",
            "\"a b\"@xingfu.example", "liu(comment)@xingfu.example", "liu@xingfu.example (Liu)",
            "liu@[127.0.0.1]", "li u@xingfu.example", "liu@xing fu.example", "liu\\@xingfu.example", "liu@xingfu.example\n",
            "liu@xingfu.example\r\nBcc: thief@example.com",
            "liu\r\n@xingfu.example", "liu\u0000@xingfu.example", "liu@xingfu\u0000.example", "liu＠xingfu.example",
            "liu@xing\u200Dfu.example", "liu@xing\u00ADfu.example",
            "liu@\u202Exingfu.example", "li\u200Bu@xingfu.example", "liu@xn--.example", "liu@xn--乡.example", "liu@\u0301a.example",
            "liu@℀.example", "liu@⒈example", "\uD800@xingfu.example",
            "liu@\uD842.example", "刘 店长@xingfu.example", "刘，店长@xingfu.example",
            "=?utf-8?q?liu?=@xingfu.example", "host!liu@xingfu.example", "liu%host@xingfu.example"})
    void whatMightMeanAnotherMailboxIsRefused(String written) {
        AddressException refused = assertThrows(AddressException.class, () -> Recipient.of(written));
        assertFalse(refused.toString().contains("xingfu"), "an address must not get into logs");
    }

    @ParameterizedTest
    @CsvSource({"64, 60, true", "65, 60, false", "10, 63, true", "10, 64, false"})
    void lengthsOfThePartsHaveLimits(int local, int label, boolean fits) {
        String written = "a".repeat(local) + "@" + "b".repeat(label) + ".example";
        if (fits) {
            assertEquals(written, org.junit.jupiter.api.Assertions.assertDoesNotThrow(() -> Recipient.of(written)).toString());
        } else {
            assertThrows(AddressException.class, () -> Recipient.of(written));
        }
    }
}
