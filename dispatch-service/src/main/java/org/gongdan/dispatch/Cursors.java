package org.gongdan.dispatch;

import java.util.UUID;

import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.web.Page;

/** Cursors of lists that are sorted by id. */
public final class Cursors {

    private Cursors() {
    }

    /** @return the id after which the page begins, or null for the first page */
    public static UUID id(String cursor) {
        String key = Page.decode(cursor);
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException notOurs) {
            throw new InvalidInput("cursor", "cursor-malformed");
        }
    }
}
