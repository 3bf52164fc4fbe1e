package org.gongdan.stack.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.store.FolderException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Shows the demo's mails in a browser of this machine. A mail is foreign HTML: it is shown in a frame that runs nothing, loads nothing and
 * has no origin, by the frame's sandbox and once more by the policy of its own answer.
 */
final class MailPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HERE = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";
    private static final String MAIL = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; frame-ancestors 'self'";
    private static final Map<String, String> FILES = Map.of("/", "text/html", "/page.css", "text/css", "/page.js", "text/javascript");

    private final Mails mails;

    MailPage(Mails mails) {
        this.mails = mails;
    }

    /** @param type without charset: it is UTF-8. @param policy what a browser may do with it */
    private record Answer(int status, String type, byte[] body, String policy) {

        static Answer of(int status, String type, String body, String policy) {
            return new Answer(status, type, body.getBytes(StandardCharsets.UTF_8), policy);
        }

        static Answer refusal(int status) {
            return of(status, "text/plain", "", PAGE);
        }
    }

    /** @param port 0 for any. @return the server, to be stopped by who started it */
    HttpServer serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type() + "; charset=UTF-8");
            headers.set("Content-Security-Policy", answer.policy());
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        // Another name for this machine is another page's attempt to read it.
        if (host == null || !HERE.matcher(host).matches()) {
            return Answer.refusal(403);
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.refusal(405);
        }
        try {
            return answer(exchange.getRequestURI().getPath(), exchange.getRequestURI().getRawQuery());
        } catch (FolderException | MessagingException e) {
            return Answer.of(500, "text/plain", e.toString(), PAGE);
        } catch (IllegalArgumentException malformed) {
            return Answer.refusal(400);
        }
    }

    private Answer answer(String path, String query) throws IOException, FolderException, MessagingException {
        if (FILES.containsKey(path)) {
            return file(path);
        }
        return switch (path) {
            case "/mails" -> json(mails.all());
            case "/mail" -> {
                Optional<Mails.Mail> mail = find(query);
                yield mail.isPresent() ? json(mail.get()) : Answer.refusal(404);
            }
            // Links leave the frame.
            case "/mail.html" -> find(query).filter(mail -> mail.html() != null)
                    .map(mail -> Answer.of(200, "text/html", "<!doctype html><base target=\"_blank\">" + mail.html(), MAIL))
                    .orElse(Answer.refusal(404));
            default -> Answer.refusal(404);
        };
    }

    private static Answer json(Object value) throws IOException {
        return new Answer(200, "application/json", JSON.writeValueAsBytes(value), PAGE);
    }

    private Optional<Mails.Mail> find(String query) throws IOException, FolderException, MessagingException {
        Map<String, String> asked = Arrays.stream(Optional.ofNullable(query).orElse("").split("&")).map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, second) -> first));
        return mails.find(asked.getOrDefault("box", ""), Long.parseLong(asked.getOrDefault("uid", "0")));
    }

    private static Answer file(String path) throws IOException {
        try (InputStream in = MailPage.class.getResourceAsStream("/mail" + (path.equals("/") ? "/index.html" : path))) {
            return new Answer(200, FILES.get(path), in.readAllBytes(), PAGE);
        }
    }
}
