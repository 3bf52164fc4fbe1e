package org.gongdan.ticket.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.gongdan.platform.address.Phone;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.text.SearchForm;
import org.gongdan.platform.tx.Where;

/** Which customers answer a question, as a condition of the query. */
final class CustomerQuestion {

    private static final String CALLING = "(phoneNumber = :number or phoneNumber like :extensions)";

    private CustomerQuestion() {
    }

    /** @param text null or blank: every customer the caller may see */
    static Where of(String text, Caller caller) {
        Where where = new Where();
        if (!caller.isStaff()) {
            where.and("id in :customers", caller.customers());
        }
        if (text == null || SearchForm.isBlank(text)) {
            return where;
        }
        Optional<String> number = number(text, caller);
        String named = named(where, SearchForm.words(text));
        if (number.isEmpty()) {
            return where.and(named);
        }
        return calling(where, number.get()).and("(%s or id in (select customerId from Contact where %s))".formatted(named, CALLING));
    }

    /** Whose contacts call from a number, with or without an extension. */
    static Where callers(String number, List<UUID> customers) {
        return calling(new Where(), number).and("customerId in :customers", customers).and("withdrawnAt is null").and(CALLING);
    }

    /** The number in a question, as it is stored; nothing for those who may not search by numbers. */
    static Optional<String> number(String text, Caller caller) {
        return text == null || !seesPhones(caller) ? Optional.empty() : Phone.read(text).map(Phone::number);
    }

    private static Where calling(Where where, String number) {
        return where.with("number", number).with("extensions", number + ";ext=%");
    }

    /** Those who may have a contact revealed; to others the search would tell whose a number is. */
    private static boolean seesPhones(Caller caller) {
        return caller.has("agent") || caller.has("supervisor") || caller.has("admin");
    }

    /** A question that has no word at all, such as a dash, finds nothing. */
    private static String named(Where where, List<String> words) {
        return words.isEmpty() ? "1 = 0" : words.stream().map(word -> "words like " + where.value(containing(word)) + " escape '!'")
                .reduce((one, other) -> one + " and " + other).orElseThrow();
    }

    private static String containing(String word) {
        return "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
