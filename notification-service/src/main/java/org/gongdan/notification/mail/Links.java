package org.gongdan.notification.mail;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Where the buttons of a letter lead: pages of the console, by what the letter is about. */
final class Links {

    private final String console;

    /** @param console its address, without a slash at the end */
    Links(URI console) {
        this.console = console.toString();
    }

    /** By the names that templates use; null where the letter is about no such thing. */
    Map<String, String> of(UUID ticket, String visit, String report) {
        Map<String, String> links = new HashMap<>();
        links.put("ticketUrl", page("/tickets/", ticket, ""));
        links.put("confirmUrl", page("/tickets/", ticket, "?do=confirm"));
        links.put("rateUrl", page("/tickets/", ticket, "?do=rate"));
        links.put("stillUrl", page("/tickets/", ticket, ""));
        links.put("visitUrl", page("/visits/", visit, ""));
        links.put("reportUrl", page("/reports/monthly/", report, ""));
        links.put("rosterUrl", console + "/roster");
        links.put("compensationsUrl", console + "/compensations");
        return links;
    }

    /** The same for a contact who has a link of his own, by which he answers without signing in. */
    static Map<String, String> answers(String link) {
        return Map.of("confirmUrl", link, "rateUrl", link + "?do=rate", "stillUrl", link + "?do=reopen");
    }

    private String page(String path, Object id, String query) {
        return id == null ? null : console + path + id + query;
    }

    /** A link that another service made. @throws IllegalArgumentException when it leads elsewhere than to a web page */
    static String checked(String link) {
        String scheme = URI.create(link).getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException("no link to a page");
        }
        return link;
    }
}
