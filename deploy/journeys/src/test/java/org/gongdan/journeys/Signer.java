package org.gongdan.journeys;

import java.util.Map;
import java.util.regex.Pattern;

import io.restassured.response.ValidatableResponse;

/** Who opens the one-time link of a mail; by right the customer, signed in nowhere. */
record Signer(Caller caller) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** Path of the page that the mail leads to. */
    static String pageIn(Mailbox.Mail mail, String gateway) {
        var link = LINK.matcher(mail.text());
        if (!link.find() || !link.group().startsWith(gateway + "/")) {
            throw new AssertionError("no link to " + gateway + " in " + mail);
        }
        return link.group().substring(gateway.length());
    }

    /** What that page asks. */
    static String behind(String page) {
        return page.replaceFirst("^/sign/", "/api/signatures/");
    }

    ValidatableResponse read(String link) {
        return caller.get(link);
    }

    ValidatableResponse sign(String link) {
        return caller.post(link, Map.of("signerName", "刘海燕", "strokes", "M 10 10 L 40 60 L 90 20 L 120 70"));
    }
}
