package org.gongdan.generated;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that answers told of.
 *
 * @param keys what stands in the braces of its address, its own last
 * @param view what was told of it last, without what it consists of
 * @param tag  its entity tag, null when none was told
 */
record Thing(String place, List<String> keys, ObjectNode view, String tag) {
    private static final Pattern CHOICE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[^ ]+Z");

    /** @param user name of an account @param subject id of the account */
    record Person(String user, String subject) {

        private boolean is(String text) {
            return text.equals(user) || text.equals(subject);
        }
    }

    /** What may decide whether somebody may do something with it now: its states, what it has, what is over, what it has to do with him. */
    List<String> traits(Person person, Instant now) {
        var traits = new ArrayList<String>();
        view.properties().forEach(field -> {
            var value = field.getValue();
            if (value.isBoolean()) {
                traits.add(field.getKey() + "=" + value.booleanValue());
            } else if (value.isTextual()) {
                traits.add(field.getKey() + "=" + trait(value.textValue(), person, now));
            }
        });
        return traits;
    }

    private static String trait(String text, Person person, Instant now) {
        if (person.is(text)) {
            return "himself";
        }
        var instant = instant(text);
        if (instant != null) {
            return instant.isAfter(now) ? "ahead" : "over";
        }
        return CHOICE.matcher(text).matches() ? text : "there";
    }

    /** The latest time it speaks of when that is still ahead, else null. */
    Instant ahead(Instant now) {
        Instant latest = null;
        for (var field : view) {
            var instant = field.isTextual() ? instant(field.textValue()) : null;
            if (instant != null && instant.isAfter(latest == null ? now : latest)) {
                latest = instant;
            }
        }
        return latest;
    }

    private static Instant instant(String text) {
        try {
            return text.length() < 40 && INSTANT.matcher(text).matches() ? Instant.parse(text) : null;
        } catch (DateTimeParseException extreme) {
            return null;
        }
    }
}
