package org.gongdan.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a page: signs in by Keycloak's form and keeps cookies, of which a thief may have a copy. */
final class CookieBrowser {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final int MANY_REDIRECTS = 20;

    private final String gateway;
    /** Where the way back from Keycloak leads to, when it is another replica than the way there began at. */
    private String callback;
    /** By port: everything is on localhost here. */
    private final Map<Integer, Map<String, String>> cookies = new HashMap<>();

    CookieBrowser(String gateway) {
        this.gateway = gateway;
    }

    static CookieBrowser signedIn(Platform platform, String user) {
        var browser = new CookieBrowser(platform.gateway());
        browser.signIn(user);
        return browser;
    }

    /** With the cookies for the gateway, towards this gateway or another replica. */
    CookieBrowser copyFor(String otherGateway) {
        var copy = new CookieBrowser(otherGateway);
        copy.cookies.put(URI.create(otherGateway).getPort(), new HashMap<>(cookies.get(URI.create(gateway).getPort())));
        return copy;
    }

    CookieBrowser copy() {
        return copyFor(gateway);
    }

    int status(String path) {
        return send(HttpRequest.newBuilder(URI.create(gateway + path))).statusCode();
    }

    String text(String path) {
        return send(HttpRequest.newBuilder(URI.create(gateway + path))).body();
    }

    /** Signs in at one replica, and comes back from Keycloak to another, as behind one address. */
    static CookieBrowser signedInAcross(String address, String otherReplica, String user) {
        var browser = new CookieBrowser(address);
        browser.callback = otherReplica;
        browser.signIn(user);
        return browser;
    }

    /** Only as far as the gateway: where it leads to need not be reached. */
    void logOut() {
        send(HttpRequest.newBuilder(URI.create(gateway + "/bff/logout")).header("Sec-Fetch-Site", "same-origin"));
    }

    private void signIn(String user) {
        var answer = send(HttpRequest.newBuilder(URI.create(gateway + "/bff/login?to=/signed-in")));
        for (var step = 0; step < MANY_REDIRECTS; step++) {
            if (answer.statusCode() / 100 == 3) {
                var next = URI.create(gateway).resolve(answer.headers().firstValue("Location").orElseThrow());
                if (next.getPath().equals("/signed-in")) {
                    return;
                }
                answer = callback != null && next.getPath().equals("/bff/callback") ? sendTo(callback, next)
                        : send(HttpRequest.newBuilder(next));
            } else {
                var page = answer.body();
                var action = FORM.matcher(page).results().findFirst().orElseThrow(() -> new AssertionError("no form in " + page)).group(1)
                        .replace("&amp;", "&");
                answer = send(HttpRequest.newBuilder(URI.create(action)).header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers
                                .ofString("username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=gongdan")));
            }
        }
        throw new AssertionError("sign-in does not end: " + answer);
    }

    /** The same request at another process, which is told the address that the browser sees. */
    private HttpResponse<String> sendTo(String replica, URI seen) {
        return send(HttpRequest.newBuilder(URI.create(replica + seen.getRawPath() + "?" + seen.getRawQuery()))
                .header("Host", seen.getAuthority()), seen.getPort());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, request.build().uri().getPort());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int port) {
        var mine = cookies.computeIfAbsent(port, ignored -> new HashMap<>());
        if (!mine.isEmpty()) {
            request.header("Cookie",
                    mine.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(mine, cookie));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(Map<String, String> mine, String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.toLowerCase().contains("max-age=0")) {
            mine.remove(pair[0]);
        } else {
            mine.put(pair[0], pair[1]);
        }
    }
}
