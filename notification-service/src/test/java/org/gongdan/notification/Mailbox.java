package org.gongdan.notification;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A real mail server on the port the service sends to; it keeps what arrives. */
public final class Mailbox {

    private static GreenMail server;

    private Mailbox() {
    }

    /** @param body as text */
    public record Mail(String to, String from, String subject, String body, String html, String messageId) {
    }

    public static synchronized void open() {
        if (server == null) {
            server = new GreenMail(new ServerSetup(Integer.getInteger(WithMailServer.SMTP_PORT), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            server.start();
        }
    }

    public static synchronized void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** What arrived for an address since the server was opened. */
    public static synchronized List<Mail> mailsTo(String address) {
        return server == null ? List.of()
                : Arrays.stream(server.getReceivedMessages()).map(Mailbox::mail).filter(mail -> mail.to().equals(address)).toList();
    }

    /** Everybody for whom something arrived, by the envelope: what the server was told, not what the letter says. */
    public static synchronized Set<String> boxes() {
        return server == null ? Set.of()
                : server.getUserManager().listUser().stream().map(GreenMailUser::getEmail).collect(Collectors.toSet());
    }

    private static String part(MimeMultipart parts, int at, String type) throws MessagingException, IOException {
        if (!parts.getBodyPart(at).isMimeType(type)) {
            throw new IllegalStateException(parts.getBodyPart(at).getContentType());
        }
        return ((String) parts.getBodyPart(at).getContent()).replace("\r\n", "\n");
    }

    private static Mail mail(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            return new Mail(((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress(),
                    ((InternetAddress) message.getFrom()[0]).toUnicodeString(), message.getSubject(), part(parts, 0, "text/plain"),
                    part(parts, 1, "text/html"), message.getMessageID());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
