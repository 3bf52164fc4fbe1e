package org.gongdan.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Tries passwords from one address; all of 127.0.0.0/8 are this machine. */
final class PasswordGrant {
    private final HttpClient client;
    private final URI token;

    PasswordGrant(Stack stack, String address) throws IOException {
        client = HttpClient.newBuilder().localAddress(InetAddress.getByName(address)).build();
        // Not by name: that may be ::1, which no address of IPv4 reaches.
        token = URI.create(stack.realm().replace("localhost", "127.0.0.1") + "/protocol/openid-connect/token");
    }

    int status(String user, String password) throws IOException, InterruptedException {
        var body = "grant_type=password&client_id=gongdan-cli&username=" + user + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return client.send(
                HttpRequest.newBuilder(token).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.discarding()).statusCode();
    }

    static int get(String address, String bearer) throws IOException, InterruptedException {
        return Probe.CLIENT.send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + bearer).build(),
                BodyHandlers.discarding()).statusCode();
    }
}
