package org.gongdan.platform.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import com.ibm.icu.text.IDNA;

/**
 * A mail address that every mail server can carry: an ASCII name without quotes and comments, and a domain that has an ASCII form.
 *
 * @param ascii the address with its domain as the DNS knows it: {@code liu@乡.example} is {@code liu@xn--wjq.example}. Equal texts are one mailbox's
 *              address, but for the case of the name, which is the receiving server's business.
 */
public record MailAddress(String ascii) {

    /** RFC 5321: a path has 256 bytes, two of which are its brackets. */
    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern NAME = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile("(?:[a-z0-9-]+\\.)+(?![0-9]+$)[a-z0-9-]+");
    /** As browsers and registries do since IDNA 2008: straße.example and strasse.example are two domains. */
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);

    /** @return the address, or nothing when mail cannot be sent to it. Null is none */
    public static Optional<MailAddress> read(String typed) {
        int at = typed == null ? -1 : typed.lastIndexOf('@');
        if (at < 1 || at > LONGEST_NAME || !NAME.matcher(typed.substring(0, at)).matches() || isReadElsewhere(typed.substring(0, at))) {
            return Optional.empty();
        }
        Optional<String> domain = domain(typed.substring(at + 1)).filter(known -> DOMAIN.matcher(known).matches());
        return domain.map(known -> typed.substring(0, at + 1) + known)
                .filter(ascii -> ascii.length() <= LONGEST && isTakenByTheMailer(ascii)).map(MailAddress::new);
    }

    /**
     * Whether a name is an address by the letter, but some mail servers make another one of it: they decode {@code =?utf-8?q?liu?=}
     * and hand {@code host!liu} and {@code liu%host} on to that host.
     */
    public static boolean isReadElsewhere(String name) {
        return name.contains("=?") || name.indexOf('!') >= 0 || name.indexOf('%') >= 0;
    }

    /**
     * The form in which the DNS knows a domain: {@code 乡.example} is {@code xn--wjq.example}. A domain that would lose something on the way, such
     * as an invisible letter, is none: what remains might be somebody else's.
     */
    public static Optional<String> domain(String typed) {
        IDNA.Info info = new IDNA.Info();
        String ascii = DOMAINS.nameToASCII(typed, new StringBuilder(), info).toString();
        if (info.hasErrors() || ascii.isEmpty() || ascii.startsWith(".") || ascii.endsWith(".") || ascii.contains("..")) {
            return Optional.empty();
        }
        return typed.chars().allMatch(letter -> letter < 0x80) || back(ascii).equals(plain(typed)) ? Optional.of(ascii) : Optional.empty();
    }

    private static String back(String ascii) {
        return DOMAINS.nameToUnicode(ascii, new StringBuilder(), new IDNA.Info()).toString();
    }

    private static String plain(String typed) {
        return Normalizer.normalize(Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .replace('。', '.');
    }

    private static boolean isTakenByTheMailer(String ascii) {
        try {
            new InternetAddress(ascii, true).validate();
            return true;
        } catch (AddressException refused) {
            return false;
        }
    }
}
