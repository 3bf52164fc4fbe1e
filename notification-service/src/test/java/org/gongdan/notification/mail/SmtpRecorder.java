package org.gongdan.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps every command and every mail as the bytes it got, read as UTF-8, and answers some commands as the test says. */
final class SmtpRecorder implements AutoCloseable {

    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> mails = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final boolean smtpUtf8;
    private final Map<String, String> answers;

    /** @param answers by command (its first word, or "." for the end of a mail) instead of the usual ones */
    SmtpRecorder(boolean smtpUtf8, Map<String, String> answers) throws IOException {
        this.smtpUtf8 = smtpUtf8;
        this.answers = answers;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::listen);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The mailboxes mails were accepted for. */
    List<String> recipients() {
        return commands.stream().filter(command -> command.startsWith("RCPT TO:"))
                .map(command -> command.replaceAll("RCPT TO:<(.*)>.*", "$1")).toList();
    }

    private void listen() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                talk(client);
            } catch (IOException ended) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 recorder");
        for (String command = in.readLine(); command != null; command = in.readLine()) {
            commands.add(command);
            String verb = command.split("[ :]")[0];
            switch (verb) {
                case "EHLO" -> say(client, smtpUtf8 ? "250-recorder\r\n250-8BITMIME\r\n250 SMTPUTF8" : "250 recorder");
                case "DATA" -> {
                    String answer = answers.getOrDefault("DATA", "354 go on");
                    say(client, answer);
                    if (answer.startsWith("354")) {
                        mails.add(mail(in));
                        say(client, answers.getOrDefault(".", "250 kept"));
                    }
                }
                default -> say(client, answers.getOrDefault(verb, "250 fine"));
            }
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
