package org.gongdan.dispatch.signature;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.validation.constraints.NotNull;

import org.gongdan.dispatch.ChecklistItem;
import org.gongdan.dispatch.Outcome;
import org.gongdan.dispatch.VisitDocument;
import org.gongdan.platform.input.Line;
import org.gongdan.platform.input.Prose;
import org.gongdan.platform.problem.DomainException.InvalidInput;

/** Requests and views of signatures. */
final class SignatureApi {

    private static final int LARGEST_STROKES = 100_000;
    /** Path data of SVG, or an image of dots as a signature pad makes it; an SVG document could carry a script. */
    private static final Pattern STROKES = Pattern.compile(
            "[Mm][MmLlHhVvCcSsQqTtAaZz0-9 ,.+\\-eE\\n]+|data:image/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}");

    private SignatureApi() {
    }

    /** @param strokes at most 100,000 characters, all of them ASCII */
    record Sign(@NotNull @Line(max = 100) String signerName, @NotNull @Prose(max = LARGEST_STROKES) String strokes) {

        void mustBeStrokes() {
            if (!STROKES.matcher(strokes).matches()) {
                throw new InvalidInput("strokes", "strokes-malformed");
            }
        }
    }

    record LinkView(Instant expiresAt) {
    }

    /** What the customer is asked to sign. @param engineerName for his eyes; not part of the document, which names the engineer by id */
    record OfferView(String number, String ticketNumber, String need, Instant windowStart, Instant windowEnd, String engineerName,
            List<ChecklistItem> checklist,
            String work, Outcome outcome, String cause, String fix, Instant arrivedAt, Instant completedAt, String documentHash,
            Instant expiresAt) {

        static OfferView of(Signatures.Offer offer) {
            VisitDocument document = offer.document();
            return new OfferView(document.number(), document.ticketNumber(), document.need(), document.windowStart(), document.windowEnd(),
                    offer.engineerName(),
                    document.checklist(), document.work(), document.outcome(), document.cause(), document.fix(), document.arrivedAt(),
                    document.completedAt(),
                    document.hash(), offer.expiresAt());
        }
    }

    record SignedView(String number, String signerName, Instant signedAt, String documentHash) {

        static SignedView of(Signatures.Given given) {
            return new SignedView(given.document().number(), given.signature().signerName, given.signature().signedAt,
                    given.signature().documentHash);
        }
    }
}
