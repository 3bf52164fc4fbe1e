package org.gongdan.dispatch.roster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.input.Prose;

/** Something the successor has to go on with. @param ticketId what it is about, or null */
record OpenItem(@NotNull @Prose(max = 500) String text, UUID ticketId) {

    static String write(List<OpenItem> items) {
        return EventJson.write(items);
    }

    static List<OpenItem> read(String json) {
        try {
            return json == null ? List.of() : List.of(EventJson.read(json.getBytes(StandardCharsets.UTF_8), OpenItem[].class));
        } catch (IOException e) {
            throw new IllegalStateException("stored items are unreadable", e);
        }
    }
}
