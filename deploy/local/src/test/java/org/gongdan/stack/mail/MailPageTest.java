package org.gongdan.stack.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;

class MailPageTest {

    private static final String LIU = "liu@xingfu.example";
    private final HttpClient client = HttpClient.newHttpClient();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private HttpServer page;

    @BeforeEach
    void open() throws IOException {
        server.start();
        page = new MailPage(new Mails(server)).serve(0);
    }

    @AfterEach
    void close() {
        page.stop(0);
        server.stop();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + page.getAddress().getPort() + path)).build(),
                BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path).body());
    }

    private void letter(String subject, String html) throws Exception {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("您好", "UTF-8");
        MimeBodyPart web = new MimeBodyPart();
        web.setText(html, "UTF-8", "html");
        MimeMessage message = new MimeMessage((Session) null);
        message.setFrom(new InternetAddress("noreply@gongdan.example", "万安", "UTF-8"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(LIU));
        message.setSubject(subject, "UTF-8");
        message.setContent(new MimeMultipart("alternative", text, web));
        server.setUser(LIU, "any").deliver(message);
    }

    @Test
    void mailsAreListedAndReadInBothForms() throws Exception {
        // Given
        GreenMailUtil.sendTextEmail("he@xingfu.example", "noreply@gongdan.example", "plain", "only text",
                server.getSmtp().getServerSetup());
        letter("【报修已受理】2611-0042", "<p>您好</p>");

        // When
        JsonNode list = json("/mails");

        // Then
        assertEquals(2, list.size());
        JsonNode head = list.get(0).path("box").asText().equals(LIU) ? list.get(0) : list.get(1);
        assertEquals("【报修已受理】2611-0042", head.path("subject").asText());
        String query = "?box=" + LIU + "&uid=" + head.path("uid").asLong();
        JsonNode mail = json("/mail" + query);
        assertEquals("您好", mail.path("text").asText());
        assertEquals("万安 <noreply@gongdan.example>", mail.path("from").asText());
        assertTrue(get("/mail.html" + query).body().endsWith("<p>您好</p>"));
        assertTrue(json("/mail?box=he@xingfu.example&uid=1").path("html").isNull());
    }

    @Test
    void aMailRunsNothingLoadsNothingAndHasNoOrigin() throws Exception {
        // Given
        letter("s", "<script>parent.stolen = 1</script><img src='http://evil.example/seen'>");

        // When
        HttpResponse<String> answer = get("/mail.html?box=" + LIU + "&uid=" + json("/mails").get(0).path("uid").asLong());

        // Then
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"), policy);
        assertFalse(policy.contains("allow-scripts") || policy.contains("allow-same-origin"), policy);
        String frame = get("/").body().lines().filter(line -> line.contains("<iframe")).findFirst().orElseThrow();
        assertTrue(frame.contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\""), frame);
    }

    @Test
    void thePageBringsItsOwnFilesAndNothingElse() throws Exception {
        for (String path : new String[] {"/", "/page.js", "/page.css"}) {
            assertEquals(200, get(path).statusCode(), path);
        }
        for (String path : new String[] {"/index.html", "/../mail/page.js", "/mail", "/mail?box=nobody@x.example&uid=1", "/favicon.ico"}) {
            assertEquals(404, get(path).statusCode(), path);
        }
        assertEquals(400, get("/mail?box=" + LIU + "&uid=x").statusCode());
    }

    @Test
    void aForeignNameOfThisMachineIsRefused() throws IOException {
        // Given
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.getAddress().getPort())) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();

            // When
            out.write("GET /mails HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));

            // Then
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        }
    }
}
