package org.gongdan.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A browser's sign-in by code flow and PKCE, as the gateway does it. */
final class SignIn {
    /** The pair of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final HttpClient browser = HttpClient.newHttpClient();
    private final String openid;
    private final String redirect;

    SignIn(Stack stack) {
        openid = stack.realm() + "/protocol/openid-connect";
        redirect = "http://localhost:" + stack.ports().of("gateway") + "/bff/callback";
    }

    HttpResponse<String> page() throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(openid + "/auth?"
                + form(Map.of("response_type", "code", "client_id", "gongdan-console",
                        "scope", "openid profile organization", "redirect_uri", redirect, "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256"))))
                .build(), BodyHandlers.ofString());
    }

    /** Fills the page in and returns the access token. */
    String token(HttpResponse<String> page, String user) throws IOException, InterruptedException {
        var action = Pattern.compile("action=\"([^\"]+)\"").matcher(page.body()).results().findFirst().orElseThrow().group(1)
                .replace("&amp;", "&");
        // By hand: the cookies are `Secure`, which browsers send to localhost, and Java's cookie store does not.
        var cookies = page.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; "));
        var signedIn = post(action, Map.of("username", user, "password", "gongdan"), "Cookie", cookies);
        assertEquals(302, signedIn.statusCode());
        var location = signedIn.headers().firstValue("Location").orElseThrow();
        var code = Pattern.compile("[?&]code=([^&]+)").matcher(location).results().findFirst().orElseThrow().group(1);
        var tokens = post(openid + "/token",
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirect, "code_verifier", VERIFIER,
                        "client_id", "gongdan-console", "client_secret", "gongdan-console-secret"),
                "Accept", "application/json");
        return new ObjectMapper().readTree(tokens.body()).path("access_token").textValue();
    }

    private HttpResponse<String> post(String address, Map<String, String> fields, String header, String value)
            throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString(form(fields))).build(), BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
