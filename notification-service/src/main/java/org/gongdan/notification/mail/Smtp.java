package org.gongdan.notification.mail;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands letters to the mail server. Every step has a time limit, so that a server that hangs costs seconds. */
@ApplicationScoped
class Smtp {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;

    private final Session session;
    private final String user;
    private final String password;
    private final String from;

    Smtp(@ConfigProperty(name = "gongdan.smtp.host") String host, @ConfigProperty(name = "gongdan.smtp.port") int port,
            @ConfigProperty(name = "gongdan.smtp.security") String security, @ConfigProperty(name = "SMTP_USER") Optional<String> user,
            @ConfigProperty(name = "SMTP_PASSWORD") Optional<String> password, @ConfigProperty(name = "gongdan.notification.from") String from) {
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
        this.session = Session.getInstance(settings);
        this.user = user.orElse(null);
        this.password = password.orElse(null);
        this.from = from;
    }

    Post open() {
        return new Post();
    }

    /** One connection for some letters, opened with the first of them. */
    final class Post implements AutoCloseable {

        private Transport transport;

        /** @param id names the letter: sent twice by accident, it carries the same Message-ID twice */
        void send(UUID id, Letter letter) throws MessagingException {
            MimeMessage message = message(id, letter);
            if (transport == null) {
                Transport opened = session.getTransport();
                opened.connect(user, password);
                transport = opened;
            }
            transport.sendMessage(message, message.getAllRecipients());
        }

        @Override
        public void close() {
            try {
                if (transport != null) {
                    transport.close();
                }
            } catch (MessagingException alreadyGone) {
                // What was sent is sent.
            }
        }
    }

    private MimeMessage message(UUID id, Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@gongdan>");
            }
        };
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setDataHandler(new DataHandler(new ByteArrayDataSource(letter.body().getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
        // Otherwise it depends on how much Latin there is in a Chinese letter.
        message.setHeader("Content-Transfer-Encoding", "base64");
        message.saveChanges();
        return message;
    }
}
