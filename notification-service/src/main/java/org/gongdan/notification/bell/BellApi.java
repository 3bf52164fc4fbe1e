package org.gongdan.notification.bell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.tx.Row;

import com.fasterxml.jackson.core.type.TypeReference;

/** Requests and views of the bell. */
final class BellApi {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private BellApi() {
    }

    /** @param upTo number of the newest note that was looked at */
    record Seen(@NotNull @Min(0) Long upTo) {
    }

    /**
     * @param seq    grows from note to note
     * @param kind   the event that rang
     * @param number of the ticket, once we have heard of it
     * @param about  codes and times of the event
     * @param unseen whether the person has not looked yet
     */
    record NoteView(long seq, Instant at, Ring kind, UUID ticketId, String number, String summary, UUID visitId,
            Map<String, String> about, boolean unseen) {

        static NoteView of(Row row) {
            return new NoteView(row.number("seq"), row.instant("at"), row.constant("kind", Ring.class), row.id("ticket_id"),
                    row.text("number"),
                    row.text("summary"), row.id("visit_id"), about(row.text("about")), row.flag("unseen"));
        }

        private static Map<String, String> about(String json) {
            try {
                return EventJson.mapper().readValue(json, TEXTS);
            } catch (IOException ours) {
                throw new UncheckedIOException(ours);
            }
        }
    }

    /**
     * @param unseen notes that the person has not looked at, 100 at most
     * @param upTo   number of one of them that none of those counted is newer than; null when there are none
     */
    record UnseenView(long unseen, Long upTo) {
    }
}
