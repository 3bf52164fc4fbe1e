package org.gongdan.dispatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.validation.constraints.NotNull;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.input.Line;

/** @param done the answer; null as long as nobody has given one */
public record ChecklistItem(@NotNull @Line(max = 200) String item, Boolean done) {

    static String write(List<ChecklistItem> checklist) {
        return EventJson.write(checklist);
    }

    static List<ChecklistItem> read(String json) {
        try {
            return json == null ? List.of() : List.of(EventJson.read(json.getBytes(StandardCharsets.UTF_8), ChecklistItem[].class));
        } catch (IOException e) {
            throw new IllegalStateException("stored checklist is unreadable", e);
        }
    }
}
