package org.gongdan.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.mail.internet.AddressException;

import org.gongdan.platform.address.MailAddress;

/**
 * One mailbox in the form in which mail servers take it: a domain in another script as A-labels ({@code xn--…}). Whatever cannot be carried
 * as it is written, or might mean another mailbox, is refused and never altered: several addresses, groups, comments, quoted parts,
 * address literals, line ends.
 */
record Recipient(String local, String domain) {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");

    /** @throws AddressException when no mail can be sent there; the message does not repeat the address, since it is logged */
    static Recipient of(String written) throws AddressException {
        String text = written.replaceAll("^[ \\t]+|[ \\t]+$", "");
        int at = text.lastIndexOf('@');
        String local = text.substring(0, Math.max(at, 0));
        if (!LOCAL.matcher(local).matches() || MailAddress.isReadElsewhere(local)
                || local.getBytes(StandardCharsets.UTF_8).length > LONGEST_LOCAL) {
            throw new AddressException("no usable local part");
        }
        Recipient recipient = new Recipient(local, domain(text.substring(at + 1)));
        if (recipient.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new AddressException("too long");
        }
        return recipient;
    }

    /** A local part in another script is carried by servers that offer SMTPUTF8, and by no others. */
    boolean needsUtf8() {
        return !isAscii(local);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }

    private static String domain(String written) throws AddressException {
        return MailAddress.domain(written).orElseThrow(() -> new AddressException("no usable domain"));
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }
}
