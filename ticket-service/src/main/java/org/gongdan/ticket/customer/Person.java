package org.gongdan.ticket.customer;

import java.util.UUID;

/** Whom to forget. @param name as it may have been typed elsewhere, too */
public record Person(UUID contactId, UUID customerId, String name) {

    /** For {@code like … escape '!'}: texts that name him. A name of one letter stands in many a word, so it must be the whole text. */
    public String pattern() {
        String escaped = name.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return name.codePointCount(0, name.length()) > 1 ? "%" + escaped + "%" : escaped;
    }
}
