package org.gongdan.ticket.customer;

import java.util.List;
import java.util.Optional;

import org.gongdan.platform.address.Phone;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.text.SearchForm;
import org.gongdan.platform.tx.Where;

/** Which customers answer a question, as a condition of the query. */
final class CustomerQuestion {

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
        Optional<Phone> phone = seesPhones(caller) ? Phone.read(text) : Optional.empty();
        String named = named(where, SearchForm.words(text));
        if (phone.isEmpty()) {
            return where.and(named);
        }
        String number = phone.get().number();
        return where.with("number", number).with("extensions", number + ";ext=%")
                .and("(%s or id in (select customerId from Contact where phoneNumber = :number or phoneNumber like :extensions))"
                        .formatted(named));
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
