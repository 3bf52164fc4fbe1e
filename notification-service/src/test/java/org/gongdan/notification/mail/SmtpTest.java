package org.gongdan.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.gongdan.notification.DemoCompany;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.ibm.icu.text.IDNA;

/** Letters handed to a server that writes down what it is told, byte by byte. */
class SmtpTest {

    private static final long SEED = 20261126;
    private static final int ADDRESSES = 1_500;
    private static final List<String> PIECES = List.of("liu", "a", "1", ".", "-", "_", "+", "'", "@", "@", "xingfu.example", "example",
            "xn--wjq", "乡", "刘店长", "ß", "ü", "É", "İ", "ς", "ｘ", "＠", "。", "．", " ", "\t", "\r", "\n",
            "\r\n", "\u0000", "\u007F", "\u0085", "\u00A0", "\u00AD", "\u200B", "\u200D", "\u202E", "\u2028", "\uFEFF", "\uD800", "😀",
            "𠮷", "\"", "\\", "(", ")", "<", ">", "[", "]", ",", ";", ":", "RCPT TO:<thief@example.com>");

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE);

    private static Smtp to(SmtpRecorder server) throws Exception {
        return new Smtp("127.0.0.1", server.port(), "none", Optional.empty(), Optional.empty(), "工单 <noreply@工单.example>",
                DemoCompany.WANAN);
    }

    private static void send(Smtp smtp, Letter letter) throws MessagingException {
        try (Smtp.Post post = smtp.open()) {
            post.send(UUID.randomUUID(), letter);
        }
    }

    @Test
    void domainInAnotherScriptIsCarriedAsALabelsCase3() throws Exception {
        try (SmtpRecorder server = new SmtpRecorder(false, Map.of())) {
            // When
            send(to(server), new Letter("liu@乡.example", "s", "b", "<p>b</p>"));

            // Then
            assertEquals(List.of("liu@xn--wjq.example"), server.recipients());
            assertTrue(server.commands.contains("MAIL FROM:<noreply@xn--4krr9v.example>"), server.commands.toString());
            assertEquals(1, server.mails.size());
        }
    }

    @Test
    void localPartInAnotherScriptIsCarriedByAServerThatCan() throws Exception {
        try (SmtpRecorder server = new SmtpRecorder(true, Map.of())) {
            // When
            send(to(server), new Letter("刘店长@乡.example", "s", "b", "<p>b</p>"));

            // Then
            assertEquals(List.of("刘店长@xn--wjq.example"), server.recipients());
            assertTrue(
                    server.commands.stream().anyMatch(
                            command -> command.startsWith("MAIL FROM:<noreply@xn--4krr9v.example>") && command.contains(" SMTPUTF8")),
                    server.commands.toString());
            assertTrue(server.mails.getFirst().contains("To: 刘店长@xn--wjq.example"), server.mails.getFirst());
        }
    }

    @Test
    void localPartInAnotherScriptIsRefusedForGoodWhereTheServerCannot() throws Exception {
        try (SmtpRecorder server = new SmtpRecorder(false, Map.of())) {
            // When
            MessagingException refused = assertThrows(MessagingException.class,
                    () -> send(to(server), new Letter("刘店长@乡.example", "s", "b", "<p>b</p>")));

            // Then
            assertTrue(MailFailure.isFinal(refused));
            assertEquals(List.of(), server.recipients());
            assertEquals(List.of(), server.mails);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTakenReachesThatVeryMailboxAndNoOther(boolean smtpUtf8) throws Exception {
        try (SmtpRecorder server = new SmtpRecorder(smtpUtf8, Map.of())) {
            // Given
            Random random = new Random(SEED);
            Smtp smtp = to(server);
            int taken = 0;

            for (int at = 0; at < ADDRESSES; at++) {
                String address = address(random);
                int before = server.recipients().size();

                // When
                boolean accepted = isTaken(smtp, address);

                // Then
                List<String> reached = server.recipients().subList(before, server.recipients().size());
                if (accepted) {
                    assertEquals(1, reached.size(), address);
                    assertTrue(isSame(address, reached.getFirst()), address + " was sent to " + reached);
                    taken++;
                } else {
                    assertEquals(List.of(), reached, address);
                }
                assertEquals(taken, server.mails.size(), address);
            }
            assertTrue(taken > ADDRESSES / 50, "hardly anything was taken: " + taken);
        }
    }

    /** Mostly something that looks like an address, with odd pieces here and there. */
    private static String address(Random random) {
        StringBuilder address = new StringBuilder();
        for (int piece = random.nextInt(1, 5); piece > 0; piece--) {
            address.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return switch (random.nextInt(3)) {
            case 0 -> "liu" + random.nextInt(10) + "@" + address + ".example";
            case 1 -> address + "@xingfu.example";
            default -> address.toString();
        };
    }

    private static boolean isTaken(Smtp smtp, String address) {
        try {
            send(smtp, new Letter(address, "s", "b", "<p>b</p>"));
            return true;
        } catch (MessagingException refused) {
            assertTrue(MailFailure.isFinal(refused), address + ": " + refused);
            return false;
        }
    }

    /** Independent of the code under test: local part to the letter, domain by its Unicode form. */
    private static boolean isSame(String written, String reached) {
        String text = written.strip();
        String local = text.substring(0, text.indexOf('@') + 1);
        String domain = UTS46.nameToUnicode(reached.substring(local.length()), new StringBuilder(), new IDNA.Info()).toString();
        String meant = Normalizer.normalize(text.substring(local.length()).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC).replace('。',
                '.');
        return reached.startsWith(local) && (domain.equals(meant) || reached.equalsIgnoreCase(text));
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 <liu@xingfu.example> unknown, true", "RCPT, 450 try later, false", "DATA, 554 no, true",
            "., 554 5.7.1 spam, true", "., 451 later, false", "MAIL, 550 who are you, false", "MAIL, 530 sign in first, false"})
    void letterIsDeliveredOnlyWhenTheServerHasTakenIt(String command, String answer, boolean forGood) throws Exception {
        try (SmtpRecorder server = new SmtpRecorder(false, Map.of(command, answer))) {
            // When
            MessagingException failure = assertThrows(MessagingException.class,
                    () -> send(to(server), new Letter("liu@xingfu.example", "s", "b", "<p>b</p>")));

            // Then
            assertEquals(forGood, MailFailure.isFinal(failure), failure.toString());
            assertFalse(MailFailure.describe(failure).contains("xingfu"), MailFailure.describe(failure));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"【报修已受理】2611-0042 积分卡无法读取", "[Report received] 2611-0042 card reader is dead",
            "a_b=c?d =?UTF-8?Q?=E2=80=AE_x?=", "=?UTF-8?B?5LmhYQ==?=", "under_score and = sign",
            "刘_店长 _ 的 卡", "𠮷野家😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀的收银机", "\"quoted\", <angle> (round); semi",
            "ends with colon:"})
    void subjectIsReadAsItWasWritten(String subject) throws Exception {
        assertEquals(subject, subjectAfterTheWay(subject));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "积", "é", "=?", "x y "})
    void longSubjectIsFoldedAndReadAsItWasWritten(String piece) throws Exception {
        String subject = piece.repeat(900 / piece.length()).strip();
        assertEquals(subject, subjectAfterTheWay(subject));
    }

    private static String subjectAfterTheWay(String subject) throws Exception {
        try (SmtpRecorder server = new SmtpRecorder(false, Map.of())) {
            send(to(server), new Letter("liu@xingfu.example", subject, "正文\n", "<p>正文</p>"));
            String mail = server.mails.getFirst();
            assertTrue(mail.lines().allMatch(line -> line.length() <= 78), mail);
            assertTrue(mail.chars().allMatch(character -> character < 0x80), mail);
            return read(mail).getSubject();
        }
    }

    @Test
    void aLetterIsTextAndTheSameInHtml() throws Exception {
        try (SmtpRecorder server = new SmtpRecorder(false, Map.of())) {
            // When
            send(to(server), new Letter("liu@xingfu.example", "s", "正文 " + "x".repeat(2_000) + "\n", "<p>正文</p>"));

            // Then
            String mail = server.mails.getFirst();
            assertTrue(mail.lines().allMatch(line -> line.length() <= 78), mail);
            MimeMultipart parts = (MimeMultipart) read(mail).getContent();
            assertTrue(parts.getContentType().startsWith("multipart/alternative"), parts.getContentType());
            assertEquals(2, parts.getCount());
            assertEquals("text/plain; charset=UTF-8", parts.getBodyPart(0).getContentType());
            assertTrue(parts.getBodyPart(0).getContent().toString().startsWith("正文 xxx"));
            assertEquals("text/html; charset=UTF-8", parts.getBodyPart(1).getContentType());
            assertEquals("<p>正文</p>", parts.getBodyPart(1).getContent());
        }
    }

    @Test
    void aSenderWithoutNameBearsTheCompanysAndAnswersGoToTheCompany() throws Exception {
        try (SmtpRecorder server = new SmtpRecorder(false, Map.of())) {
            // Given
            DemoCompany company = new DemoCompany("万安信息服务有限公司（上海）\r\nBcc: thief@example.com", "021", Optional.empty(),
                    Optional.of("service@wanan.example"));
            Smtp smtp = new Smtp("127.0.0.1", server.port(), "none", Optional.empty(), Optional.empty(), "noreply@wanan.example", company);

            // When
            send(smtp, new Letter("liu@xingfu.example", "s", "b", "<p>b</p>"));

            // Then
            String mail = server.mails.getFirst();
            assertTrue(mail.chars().allMatch(character -> character < 0x80), mail);
            MimeMessage message = read(mail);
            assertEquals("万安信息服务有限公司（上海） Bcc: thief@example.com",
                    ((InternetAddress) message.getFrom()[0]).getPersonal());
            assertEquals("noreply@wanan.example", ((InternetAddress) message.getFrom()[0]).getAddress());
            assertEquals("service@wanan.example", message.getReplyTo()[0].toString());
            assertNull(message.getHeader("Bcc"));
        }
    }

    private static MimeMessage read(String mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void senderThatNotEveryServerTakesIsNoSender() throws IOException {
        try (SmtpRecorder server = new SmtpRecorder(true, Map.of())) {
            assertThrows(MessagingException.class,
                    () -> new Smtp("127.0.0.1", server.port(), "none", Optional.empty(), Optional.empty(), "工单@gongdan.example",
                            DemoCompany.WANAN));
        }
    }
}
