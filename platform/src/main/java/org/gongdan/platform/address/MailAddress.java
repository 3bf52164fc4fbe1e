package org.gongdan.platform.address;

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
        if (at < 1 || at > LONGEST_NAME || !NAME.matcher(typed.substring(0, at)).matches()) {
            return Optional.empty();
        }
        IDNA.Info info = new IDNA.Info();
        String domain = DOMAINS.nameToASCII(typed.substring(at + 1), new StringBuilder(), info).toString();
        String ascii = typed.substring(0, at + 1) + domain;
        return info.hasErrors() || !DOMAIN.matcher(domain).matches() || ascii.length() > LONGEST || !isTakenByTheMailer(ascii)
                ? Optional.empty() : Optional.of(new MailAddress(ascii));
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
