package org.gongdan.notification.mail;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a letter that did not leave tells us. */
final class MailFailure {

    private static final int FOR_GOOD = 500;
    /** The commands by which the letter itself is handed over: a refusal of the others is about us, not about the letter. */
    private static final List<String> HAND_OVER = List.of("DATA", ".");

    private MailFailure() {
    }

    /** The server, or the address itself, says that no other try will help. */
    static boolean isFinal(Exception failure) {
        return chain(failure).anyMatch(cause -> switch (cause) {
            case AddressException unusable -> true;
            case SMTPAddressFailedException refused -> refused.getReturnCode() >= FOR_GOOD;
            case SMTPSendFailedException refused -> refused.getReturnCode() >= FOR_GOOD && HAND_OVER.contains(refused.getCommand());
            default -> false;
        });
    }

    /** Kind and reply code only: the server's words repeat the address, which must not stand in a log. */
    static String describe(Exception failure) {
        return String.join(", ", chain(failure).map(cause -> switch (cause) {
            case AddressException unusable -> "address: " + unusable.getMessage();
            case SMTPAddressFailedException refused -> "address refused with " + refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getCommand().split("[ :]")[0] + " refused with " + refused.getReturnCode();
            default -> cause.getClass().getSimpleName();
        }).toList());
    }

    private static Stream<Exception> chain(Exception failure) {
        return Stream.iterate(failure, Objects::nonNull,
                cause -> cause instanceof MessagingException mail ? mail.getNextException() : null);
    }
}
