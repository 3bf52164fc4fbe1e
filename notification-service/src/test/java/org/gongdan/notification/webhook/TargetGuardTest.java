package org.gongdan.notification.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGuardTest {

    /** Names lead where the test says; addresses in digits lead to themselves. */
    private static TargetGuard guard(String... addresses) {
        return new TargetGuard(List.of("localhost"), host -> host.matches("[a-z.]+") && !host.equals("localhost")
                ? Arrays.stream(addresses).map(TargetGuardTest::address).toArray(InetAddress[]::new) : InetAddress.getAllByName(host));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254", "100.64.0.1", "100.100.100.200",
            "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "255.255.255.255",
            "240.0.0.1", "168.63.129.16",
            "::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::10.0.0.1",
            "64:ff9b::a00:1", "64:ff9b:1::a00:1",
            "2001::1", "2001:db8::1", "2002:a00:1::", "2002:7f00:1::", "3fff::1", "100::1", "4000::1"})
    void addressesBehindTheInternetAreRefused(String address) {
        assertFalse(PublicAddress.is(address(address)));
        assertEquals("webhook-address-refused",
                assertThrows(Rejected.class, () -> guard(address).check("https://erp.example.com/hook")).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.255.255", "100.128.0.1", "223.5.5.5", "2400:3200::1",
            "2606:4700:4700::1111"})
    void addressesOfTheInternetAreReached(String address) {
        // When
        Target target = guard(address).check("https://erp.example.com/hook?a=b%20c");

        // Then
        assertEquals(new Target(address(address), "erp.example.com", 443, true, "/hook?a=b%20c"), target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0177.0.0.1", "08.8.8.8", "8.8.8.010", "134744072", "0x08080808", "008.008.008.008"})
    void numbersThatNotEverybodyReadsAlikeAreRefused(String host) {
        assertEquals("webhook-address-refused", assertThrows(Rejected.class, () -> guard("8.8.8.8").check("https://" + host + "/")).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x8.8.8.8", "8.8.8.8.", "8.8.8.0x8"})
    void whatIsNeitherNumbersNorANameIsNoAddress(String host) {
        assertThrows(InvalidInput.class, () -> guard("8.8.8.8").check("https://" + host + "/"));
    }

    @Test
    void oneHiddenAddressRefusesAll() {
        assertThrows(Rejected.class, () -> guard("8.8.8.8", "10.0.0.1").check("https://erp.example.com/"));
    }

    @Test
    void nameThatLeadsElsewhereByNowIsRefused() {
        // Given
        Deque<String> answers = new ArrayDeque<>(List.of("8.8.8.8", "127.0.0.1"));
        TargetGuard guard = new TargetGuard(List.of(), host -> new InetAddress[] {address(answers.pop())});
        guard.check("https://erp.example.com/");

        // When
        var refused = assertThrows(Rejected.class, () -> guard.check("https://erp.example.com/"));

        // Then
        assertEquals("webhook-address-refused", refused.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://10.0.0.1/",
            "https://169.254.169.254/latest/meta-data", "https://0/",
            "https://0x7f000001/", "https://2130706433/", "https://127.1/", "https://LOCALHOST.localdomain/",
            "http://erp.example.com/", "https://erp.example.com:8443/", "https://erp.example.com:22/"})
    void waysAroundTheRuleAreRefused(String url) {
        DomainException refused = assertThrows(DomainException.class, () -> guard("127.0.0.1").check(url));
        assertTrue(refused instanceof Rejected || refused instanceof InvalidInput);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "//erp.example.com", "ftp://erp.example.com/", "file:///etc/passwd", "https://", "https:///x",
            "https://user:password@erp.example.com/",
            "https://erp.example.com/#part", "https://erp.example.com:70000/", "https://erp.example.com:0/", "https://erp example.com/",
            "gopher://127.0.0.1:25/",
            "https://127.0.0.1\\@erp.example.com/", "https://erp.example.com\u0000.evil.example/"})
    void whatIsNoWebAddressIsInvalid(String url) {
        assertThrows(InvalidInput.class, () -> guard("8.8.8.8").check(url));
    }

    @Test
    void unknownHostIsRefusedLikeAHiddenOne() {
        TargetGuard guard = new TargetGuard(List.of(), host -> {
            throw new UnknownHostException(host);
        });
        assertEquals("webhook-address-refused", assertThrows(Rejected.class, () -> guard.check("https://nowhere.example.com/")).code());
    }

    @Test
    void allowedHostMayBePlainLocalAndOnAnyPort() {
        assertEquals(new Target(address("127.0.0.1"), "localhost", 9999, false, "/"), guard().check("http://LOCALHOST:9999"));
    }
}
