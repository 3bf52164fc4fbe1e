package org.gongdan.notification.mail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/** What a letter about compensation lists: the broken promises one by one, and what all of them cost. */
final class Pieces {

    private Pieces() {
    }

    /** @param pieces with the names of kinds and tickets, as far as they are known */
    static Map<String, Object> of(JsonNode pieces, String currency, Words words) {
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> agreements = new TreeSet<>();
        List<Map<String, String>> all = new ArrayList<>();
        for (JsonNode piece : pieces) {
            sum = sum.add(new BigDecimal(piece.path("amount").asText()));
            agreements.add(OneLine.of(piece.path("agreement").asText()));
            all.add(piece(piece, currency, words));
        }
        Map<String, Object> values = new HashMap<>();
        values.put("amount", words.money(sum.toPlainString(), currency));
        values.put("agreement", String.join(", ", agreements));
        values.put("pieces", all);
        values.put("several", all.size() > 1);
        return values;
    }

    private static Map<String, String> piece(JsonNode piece, String currency, Words words) {
        Map<String, String> values = new HashMap<>();
        String kind = text(piece, words.language().getLanguage());
        values.put("kind", kind == null ? words.unnamed() : kind);
        values.put("number", text(piece, "number"));
        values.put("summary", text(piece, "summary"));
        values.put("amount", words.money(piece.path("amount").asText(), currency));
        return values;
    }

    private static String text(JsonNode piece, String name) {
        return piece.hasNonNull(name) ? OneLine.of(piece.get(name).asText()) : null;
    }
}
