package org.gongdan.journeys;

import static io.restassured.RestAssured.given;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.restassured.http.ContentType;

/** What somebody finds in his mail: read from the mail server as his mail program would. */
record Mailbox(Platform platform, String address) {

    record Mail(String subject, String text, String html) {
        boolean mentions(String words) {
            return subject.contains(words) || text.contains(words);
        }
    }

    Mail await(String... words) {
        return Patience.one("mail to " + address + " with " + List.of(words), this::all,
                mail -> List.of(words).stream().allMatch(mail::mentions));
    }

    List<Mail> with(String words) {
        return all().stream().filter(mail -> mail.mentions(words)).toList();
    }

    private List<Mail> all() {
        var answer = given().baseUri(platform.mails()).get("/api/user/{address}/messages/", address);
        // Who never got a mail has no mailbox yet.
        return answer.statusCode() != 200 ? List.of() : answer.then().contentType(ContentType.JSON).extract().jsonPath()
                .<String>getList("mimeMessage").stream().map(Mailbox::read).toList();
    }

    private static Mail read(String raw) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
            var parts = (MimeMultipart) message.getContent();
            return new Mail(message.getSubject(), parts.getBodyPart(0).getContent().toString(),
                    parts.getBodyPart(1).getContent().toString());
        } catch (MessagingException | IOException e) {
            throw new AssertionError("unreadable mail: " + raw, e);
        }
    }
}
