package org.gongdan.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.vertx.core.json.JsonObject;

/** A client that writes to the wire what it likes. */
final class Raw implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    private Raw(Socket socket) {
        this.socket = socket;
    }

    static Raw open() {
        return from("127.0.0.1");
    }

    /** From an address of its own on loopback, so that its limits are its own. */
    static Raw from(String address) {
        return to(URI.create(Client.base()).getPort(), address);
    }

    static Raw to(int port, String address) {
        try {
            var socket = new Socket("127.0.0.1", port, InetAddress.getByName(address), 0);
            socket.setTcpNoDelay(true);
            return new Raw(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param text of which each character is a byte */
    Raw send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Like {@link #send}, and false when the gateway has closed the connection. */
    boolean tries(String text) {
        try {
            send(text);
            return true;
        } catch (UncheckedIOException closed) {
            return false;
        }
    }

    /** All that comes until the gateway closes the connection; fails when it does not. */
    String untilClosed() {
        var text = new ByteArrayOutputStream();
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getInputStream().transferTo(text);
        } catch (SocketTimeoutException open) {
            throw new AssertionError("still open after " + text.toString(StandardCharsets.UTF_8));
        } catch (IOException reset) {
            text.writeBytes("(reset)".getBytes(StandardCharsets.US_ASCII));
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** The first bytes of an answer, as many as came together. */
    String some() {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var bytes = new byte[4096];
            var count = socket.getInputStream().read(bytes);
            return count < 0 ? "" : new String(bytes, 0, count, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    static JsonObject problem(String answer) {
        return new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4).replace("(reset)", ""));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
