package org.gongdan.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.mail.internet.MimeUtility;

/**
 * A subject as it stands in the header. The mail library leaves every ASCII text as it is; but one that looks like an encoded word would
 * be read as what it encodes, and one without a space could not be folded. These are encoded here, like everything else that is not plain.
 */
final class Subject {

    private static final Pattern PLAIN = Pattern.compile("(?!.*=\\?)[!-~]{1,60}( [!-~]{1,60})*");
    private static final int INDENT = "Subject: ".length();
    /** Bytes of one encoded word, so that with its frame it stays below 75 characters, also on the first line. */
    private static final int BYTES = 36;

    private Subject() {
    }

    /** @param text one line */
    static String header(String text) {
        if (PLAIN.matcher(text).matches()) {
            return MimeUtility.fold(INDENT, text);
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (bytes(word + character).length > BYTES) {
                words.add(encoded(word));
                word.setLength(0);
            }
            word.append(character);
        });
        words.add(encoded(word));
        return String.join("\r\n ", words);
    }

    private static String encoded(StringBuilder word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word.toString())) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
