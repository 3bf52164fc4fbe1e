package org.gongdan.platform.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({"liu@example.com, liu@example.com", "liu@乡.example, liu@xn--wjq.example",
            "Liu.Hai+shop@EXAMPLE.com, Liu.Hai+shop@example.com", "liu@straße.example, liu@xn--strae-oqa.example",
            "o'neil@example.co.uk, o'neil@example.co.uk", "a@b.cn, a@b.cn", "liu@例え.テスト, liu@xn--r8jz45g.xn--zckzah",
            "liu@ｅｘａｍｐｌｅ．com, liu@example.com", "liu@xn--wjq.example, liu@xn--wjq.example"})
    void anAddressIsReadWithItsDomainAsTheDnsKnowsIt(String typed, String ascii) {
        assertEquals(ascii, MailAddress.read(typed).orElseThrow().ascii());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "liu", "@example.com", "liu@", "刘@example.com", "liu@乡", "liu@localhost", "\"liu hai\"@example.com",
            "liu(shop)@example.com", "Liu <liu@example.com>", "a@b.com, c@d.com", "a@b@c.com",
            ".liu@example.com", "liu.@example.com", "l..iu@example.com", "liu @example.com", "liu@exa mple.com",
            "liu@example.com\r\nBcc: x@example.com", "liu@-example.com", "liu@example-.com", "liu@exa_mple.com",
            "liu@example..com", "liu@.example.com", "liu@[127.0.0.1]", "liu@127.0.0.1", "liu@example.com.", "ｌiu@example.com",
            "liu＠example.com", "liu@xn--a.com", "\ud800@example.com", "liu@\ud800.com", "li\u200bu@example.com",
            "=?utf-8?q?liu?=@example.com", "=?x?=@example.com", "host!liu@example.com", "liu%host@example.com"})
    void whatNoServerCarriesIsNoAddress(String typed) {
        assertTrue(MailAddress.read(typed).isEmpty(), () -> typed + " was read as " + MailAddress.read(typed));
    }

    @Test
    void anAddressHasAtMost254BytesAndItsName64() {
        String domain = ("a".repeat(61) + ".").repeat(3) + "example";
        assertEquals(193, domain.length());
        assertTrue(MailAddress.read("n".repeat(60) + "@" + domain).isPresent());
        assertTrue(MailAddress.read("n".repeat(61) + "@" + domain).isEmpty());
        assertTrue(MailAddress.read("n".repeat(64) + "@example.com").isPresent());
        assertTrue(MailAddress.read("n".repeat(65) + "@example.com").isEmpty());
        assertTrue(MailAddress.read(null).isEmpty());
    }
}
