package org.gongdan.platform.operations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.gongdan.platform.inbox.DeadLetters.DeadLetter;
import org.gongdan.platform.inbox.ParkedCause;
import org.gongdan.platform.inbox.ParkedEvent;
import org.gongdan.platform.inbox.ParkedKey;
import org.gongdan.platform.input.Line;
import org.gongdan.platform.problem.ProblemTexts;

/** Requests and views of events that could not be applied. */
final class ParkedApi {

    private ParkedApi() {
    }

    /** @param reason why it should work now; it stands in the audit */
    record ReplayParked(@NotNull @Line(max = 300) String reason) {
    }

    /** @param applied how many events had their effect */
    record Replayed(int applied) {
    }

    /**
     * @param events    how many wait
     * @param since     since when the first of them waits
     * @param error     why it was not applied, in the words of the program
     * @param firstType its type
     * @param rule      which rule refused it, in the caller's language; absent when none did
     */
    record ParkedView(String consumer, String key, long events, Instant since, String error, String firstType, ParkedCause cause,
            String rule) {

        static ParkedView of(ParkedKey key, Locale language) {
            return new ParkedView(key.consumer(), key.key(), key.events(), key.since(), key.error(), key.firstType(),
                    ParkedCause.of(key.error()), refusedBy(key.error(), language));
        }
    }

    /** @param fields what its body says, as far as it is shown (see {@link ShownFields}); none of a tombstone */
    record ParkedEventView(UUID id, String type, String source, Instant occurred, long sequence, UUID customer, Instant parked,
            String error,
            ParkedCause cause, String rule, boolean tombstone, List<ShownFields.Field> fields) {

        static ParkedEventView of(ParkedEvent event, Locale language) {
            return new ParkedEventView(event.id(), event.type(), event.source(), event.occurred(), event.sequence(), event.customer(),
                    event.parked(), event.error(), ParkedCause.of(event.error()), refusedBy(event.error(), language),
                    event.payload() == null,
                    ShownFields.of(event.payload()));
        }
    }

    /**
     * @param readable false when Kafka, which keeps them, cannot be asked now
     * @param letters  the newest first, at most 200
     */
    record DeadLettersView(boolean readable, List<DeadLetter> letters) {
    }

    private static String refusedBy(String error, Locale language) {
        String code = ParkedCause.code(error);
        return code == null ? null : ProblemTexts.title(code, language);
    }
}
