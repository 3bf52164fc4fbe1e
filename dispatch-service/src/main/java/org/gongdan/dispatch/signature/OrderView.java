package org.gongdan.dispatch.signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.gongdan.dispatch.VisitSheet;
import org.gongdan.platform.printing.Phrases;
import org.gongdan.platform.printing.Picture;
import org.gongdan.platform.printing.Strokes;

/**
 * A service order as {@code printing/order.html} shows it: every value is a text already.
 *
 * @param done     whether the work is done; before, there is room to write on
 * @param facts    two beside each other
 * @param fault    what was reported and what is to be done, one below the other
 * @param steps    what happened when
 * @param result   what was done, one below the other
 * @param evidence of the signature, or null before it
 */
public record OrderView(String number, String ticket, boolean done, List<List<Fact>> facts, List<Fact> fault, List<Fact> steps,
        List<Fact> result, List<Check> checks, Evidence evidence) {

    public record Fact(String label, String value) {
    }

    public record Check(String item, String answer) {
    }

    /**
     * @param strokes  path data of what was drawn, or null
     * @param picture  address of the picture in its place, or null
     * @param note     why neither is there, or null
     * @param facts    who, when, by what
     */
    public record Evidence(String signer, String at, String strokes, String picture, String note, String hash, List<Fact> facts) {
    }

    static OrderView of(Orders.Order order, Phrases words) {
        VisitSheet visit = order.visit();
        List<Fact> facts = List.of(fact(words, "customer", order.names().customer()), fact(words, "site", order.names().site()),
                fact(words, "contact", joined(visit.contactName(), " · ", visit.salutation())), fact(words, "phone", visit.phone()),
                fact(words, "address", visit.address()), fact(words, "product", visit.product()),
                fact(words, "window", window(visit, words)), fact(words, "engineer", visit.engineerName()));
        return new OrderView(visit.number(), visit.ticketNumber(), visit.completedAt() != null, pairs(facts),
                given(words, "fault", joined(visit.summary(), "\n", visit.symptom()), "need", visit.need()),
                List.of(time(words, "accepted", visit.acceptedAt()), time(words, "departed", visit.departedAt()),
                        time(words, "arrived", visit.arrivedAt()), time(words, "completed", visit.completedAt()),
                        time(words, "signed", visit.signedAt())),
                given(words, "outcome", visit.outcome() == null ? null : words.say("outcome." + visit.outcome()), "work", visit.work(),
                        "cause", visit.cause(), "fix", visit.fix()),
                visit.checklist().stream()
                        .map(item -> new Check(item.item(), item.done() == null ? "" : words.say(item.done() ? "done-yes" : "done-no")))
                        .toList(),
                order.signature() == null ? null : evidence(order, words));
    }

    private static Evidence evidence(Orders.Order order, Phrases words) {
        Signature signature = order.signature();
        String erased = words.say("erased");
        boolean forgotten = signature.signerName == null;
        String strokes = forgotten || !Strokes.isDrawing(signature.strokes) ? null : signature.strokes;
        String picture = forgotten || strokes != null ? null : Picture.ofData(signature.strokes).orElse(null);
        String signer = forgotten ? erased : signature.signerName;
        String at = words.time(signature.signedAt);
        List<Fact> facts = List.of(new Fact(words.say("signer"), signer), new Fact(words.say("signed-at"), at + " (" + words.zone() + ")"),
                new Fact(words.say("link"), words.say("link-told", order.link().id.toString(), words.time(order.link().issuedAt))),
                new Fact(words.say("network"), forgotten ? erased : signature.remoteAddress),
                new Fact(words.say("device"), forgotten ? erased : signature.userAgent == null ? "–" : signature.userAgent));
        String note = strokes != null || picture != null ? null : forgotten ? erased : words.say("not-readable");
        return new Evidence(signer, at, strokes, picture, note, signature.documentHash, facts);
    }

    private static Fact fact(Phrases words, String label, String value) {
        return new Fact(words.say(label), value == null || value.isBlank() ? "–" : value);
    }

    private static Fact time(Phrases words, String label, Instant at) {
        return new Fact(words.say(label), at == null ? "–" : words.time(at));
    }

    /** @param pairs label and value; what has no value is left out */
    private static List<Fact> given(Phrases words, String... pairs) {
        List<Fact> facts = new ArrayList<>();
        for (int at = 0; at < pairs.length; at += 2) {
            if (pairs[at + 1] != null && !pairs[at + 1].isBlank()) {
                facts.add(new Fact(words.say(pairs[at]), pairs[at + 1]));
            }
        }
        return facts;
    }

    private static String joined(String first, String between, String second) {
        return first == null ? second : second == null || second.isBlank() ? first : first + between + second;
    }

    private static String window(VisitSheet visit, Phrases words) {
        if (visit.windowStart() == null) {
            return null;
        }
        String end = words.time(visit.windowEnd());
        String start = words.time(visit.windowStart());
        return start + "–" + (start.substring(0, 10).equals(end.substring(0, 10)) ? end.substring(11) : end);
    }

    private static List<List<Fact>> pairs(List<Fact> facts) {
        List<List<Fact>> pairs = new ArrayList<>();
        for (int first = 0; first < facts.size(); first += 2) {
            pairs.add(facts.subList(first, Math.min(first + 2, facts.size())));
        }
        return pairs;
    }
}
