package org.gongdan.notification.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.company.Company;

/**
 * Hands letters to the mail server. Every step has a time limit, so that a server that hangs costs seconds. A letter goes to the mailbox it
 * is addressed to or is refused: the library would cut characters it cannot send to their low byte, so none reach it.
 */
@ApplicationScoped
class Smtp {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;

    private final Session ascii;
    private final Session utf8;
    private final String user;
    private final String password;
    private final InternetAddress from;
    private final InternetAddress answers;

    Smtp(@ConfigProperty(name = "gongdan.smtp.host") String host, @ConfigProperty(name = "gongdan.smtp.port") int port,
            @ConfigProperty(name = "gongdan.smtp.security") String security, @ConfigProperty(name = "SMTP_USER") Optional<String> user,
            @ConfigProperty(name = "SMTP_PASSWORD") Optional<String> password,
            @ConfigProperty(name = "gongdan.notification.from") String from, Company company)
            throws MessagingException, UnsupportedEncodingException {
        Properties settings = new Properties();
        settings.put("mail.transport.protocol", "smtp");
        settings.put("mail.smtp.host", host);
        settings.put("mail.smtp.port", Integer.toString(port));
        settings.put("mail.smtp.auth", Boolean.toString(user.isPresent()));
        settings.put("mail.smtp.starttls.required", Boolean.toString(security.equals("starttls")));
        settings.put("mail.smtp.starttls.enable", Boolean.toString(security.equals("starttls")));
        settings.put("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
        settings.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        settings.put("mail.smtp.timeout", ANSWER_MILLIS);
        settings.put("mail.smtp.writetimeout", ANSWER_MILLIS);
        this.ascii = Session.getInstance(settings);
        Properties international = new Properties();
        international.putAll(settings);
        international.put("mail.mime.allowutf8", "true");
        this.utf8 = Session.getInstance(international);
        this.user = user.orElse(null);
        this.password = password.orElse(null);
        this.from = sender(from, OneLine.of(company.name()));
        this.answers = company.mail().isPresent() ? new InternetAddress(Recipient.of(company.mail().get()).toString()) : null;
    }

    Post open() {
        return new Post();
    }

    /** @param company whose name the sender bears unless the address comes with one */
    private static InternetAddress sender(String written, String company) throws MessagingException, UnsupportedEncodingException {
        InternetAddress parsed = new InternetAddress(written, false);
        Recipient sender = Recipient.of(parsed.getAddress());
        if (sender.needsUtf8()) {
            throw new AddressException("the sender's local part must be ASCII: not every server takes another one");
        }
        return new InternetAddress(sender.toString(), parsed.getPersonal() == null ? company : parsed.getPersonal(),
                StandardCharsets.UTF_8.name());
    }

    /** One connection for some letters, opened with the first of them, and one for those that need SMTPUTF8. */
    final class Post implements AutoCloseable {

        private final Map<Session, SMTPTransport> transports = new HashMap<>();

        /**
         * @param id names the letter: sent twice by accident, it carries the same Message-ID twice
         * @throws AddressException   when no server, or not this one, can carry a letter to that address
         * @throws MessagingException when the server did not take it
         */
        void send(UUID id, Letter letter) throws MessagingException {
            Recipient to = Recipient.of(letter.to());
            Session session = to.needsUtf8() ? utf8 : ascii;
            InternetAddress address = new InternetAddress();
            address.setAddress(to.toString());
            MimeMessage message = message(session, id, letter, address);
            SMTPTransport transport = transport(session);
            if (to.needsUtf8() && !transport.supportsExtension("SMTPUTF8")) {
                throw new AddressException("the mail server offers no SMTPUTF8");
            }
            transport.sendMessage(message, new Address[] {address});
        }

        private SMTPTransport transport(Session session) throws MessagingException {
            SMTPTransport open = transports.get(session);
            if (open == null) {
                open = (SMTPTransport) session.getTransport();
                open.connect(user, password);
                transports.put(session, open);
            }
            return open;
        }

        @Override
        public void close() {
            for (SMTPTransport transport : transports.values()) {
                try {
                    transport.close();
                } catch (MessagingException alreadyGone) {
                    // What was sent is sent.
                }
            }
        }
    }

    private MimeMessage message(Session session, UUID id, Letter letter, InternetAddress to) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@gongdan>");
            }
        };
        message.setFrom(from);
        if (answers != null) {
            message.setReplyTo(new Address[] {answers});
        }
        message.setRecipient(Message.RecipientType.TO, to);
        message.setHeader("Subject", Subject.header(letter.subject()));
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        // The last is the one that mail programs prefer.
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "text/plain"), part(letter.html(), "text/html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String words, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(words.getBytes(StandardCharsets.UTF_8), type + "; charset=UTF-8")));
        // Otherwise it depends on how much Latin there is in a Chinese letter.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
