package org.gongdan.stack.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;

/** The mails that GreenMail has taken, as a person reads them. */
final class Mails {

    private final GreenMail server;

    Mails(GreenMail server) {
        this.server = server;
    }

    /** @param box whose mailbox it lies in. @param uid its number there. @param at when it came, in milliseconds since 1970 */
    record Head(String box, long uid, String subject, long at) {
    }

    /** @param html null when the mail has none */
    record Mail(String box, long uid, String subject, long at, String from, String to, String text, String html) {
    }

    /** The newest first. */
    List<Head> all() throws FolderException, MessagingException {
        List<Head> heads = new ArrayList<>();
        for (GreenMailUser user : server.getUserManager().listUser()) {
            for (StoredMessage message : inbox(user)) {
                heads.add(new Head(user.getEmail(), message.getUid(), subject(message), message.getReceivedDate().getTime()));
            }
        }
        heads.sort(Comparator.comparingLong(Head::at).thenComparingLong(Head::uid).reversed());
        return heads;
    }

    Optional<Mail> find(String box, long uid) throws FolderException, MessagingException, IOException {
        GreenMailUser user = server.getUserManager().getUserByEmail(box);
        Optional<StoredMessage> found = user == null ? Optional.empty()
                : inbox(user).stream().filter(message -> message.getUid() == uid).findFirst();
        return found.isEmpty() ? Optional.empty() : Optional.of(mail(box, found.get()));
    }

    private List<StoredMessage> inbox(GreenMailUser user) throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user).getMessages();
    }

    private static Mail mail(String box, StoredMessage stored) throws MessagingException, IOException {
        MimeMessage message = stored.getMimeMessage();
        return new Mail(box, stored.getUid(), subject(stored), stored.getReceivedDate().getTime(), people(message.getFrom()),
                people(message.getAllRecipients()), words(message, "text/plain").orElse(""), words(message, "text/html").orElse(null));
    }

    private static String subject(StoredMessage message) throws MessagingException {
        String subject = message.getMimeMessage().getSubject();
        return subject == null ? "" : subject;
    }

    private static String people(Address[] addresses) {
        List<String> people = new ArrayList<>();
        for (Address address : addresses == null ? new Address[0] : addresses) {
            people.add(address instanceof InternetAddress internet && internet.getPersonal() != null
                    ? internet.getPersonal() + " <" + internet.getAddress() + ">" : address.toString());
        }
        return String.join(", ", people);
    }

    /** The first part of this type, however deep it lies. */
    private static Optional<String> words(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(part.getContent().toString());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                Optional<String> words = words(parts.getBodyPart(at), type);
                if (words.isPresent()) {
                    return words;
                }
            }
        }
        return Optional.empty();
    }
}
