package org.gongdan.sla.compensation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.gongdan.platform.event.EventJson;
import org.gongdan.platform.input.Prose;
import org.gongdan.platform.problem.ProblemTexts;
import org.gongdan.platform.tx.Row;
import org.gongdan.sla.agreement.Content;
import org.gongdan.sla.compensation.Assessor.Assessed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Requests and views of the ledger. Amounts are decimal text in the currency's smallest unit. */
final class CompensationApi {

    private CompensationApi() {
    }

    record ProposeExclusion(@NotNull Content.Cause cause, @NotNull @Prose(max = 1000) String reason,
            @NotNull @Prose(max = 1000) String evidence) {
    }

    record RejectExclusion(@NotNull @Prose(max = 1000) String reason) {
    }

    /**
     * @param amount  what was approved, or what it comes to now, without the month's cap; 0 when excluded or withdrawn
     * @param settled false while it can still grow
     * @param facts   what happened to the entry; staff only
     * @param customerName    null while nobody has told it
     * @param ticket          number of the ticket; null for a month's attainment
     * @param exclusionCauses those the contract names, for which the breach may be excluded; staff only
     */
    record CompensationView(UUID id, long version, UUID customerId, String agreement, int agreementVersion, String month, String kind,
            String priority, UUID clockId,
            UUID ticketId, Instant breachedAt, EntryStatus status, String amount, String currency, boolean settled,
            List<CompensationStep> steps, Instant approvedAt,
            List<CompensationFact> facts, UUID agreementId, String customerName, String ticket, List<Content.Cause> exclusionCauses) {

        static CompensationView of(Assessed assessed, List<Row> rows, Around around, boolean staff, Locale locale) {
            LedgerEntry entry = assessed.entry();
            List<CompensationFact> facts = rows.stream().filter(row -> row.id("compensation_id").equals(entry.id)).map(CompensationFact::of)
                    .toList();
            Reckoning reckoning = entry.status == EntryStatus.APPROVED ? approved(facts) : assessed.reckoning();
            boolean nothing = entry.status == EntryStatus.EXCLUDED || entry.status == EntryStatus.WITHDRAWN;
            return new CompensationView(entry.id, entry.version, entry.customerId, assessed.version().agreement(),
                    assessed.version().number(),
                    YearMonth.from(entry.month).toString(), entry.kind, entry.priority, entry.clockId, entry.ticketId, entry.breachedAt,
                    entry.status,
                    nothing ? reckoning.amount().subtract(reckoning.amount()).toPlainString() : reckoning.amount().toPlainString(),
                    entry.currency,
                    nothing || reckoning.settled(), reckoning.steps().stream().map(step -> CompensationStep.of(step, locale)).toList(),
                    entry.approvedAt, staff ? facts : null, assessed.version().agreementId(), around.customerName(), around.ticket(),
                    staff ? exclusionCauses(assessed.version().content()) : null);
        }

        private static List<Content.Cause> exclusionCauses(Content content) {
            return content.exclusions().stream().map(Content.Exclusion::cause).filter(Objects::nonNull).distinct().toList();
        }

        private static Reckoning approved(List<CompensationFact> facts) {
            return facts.stream().filter(fact -> fact.fact().equals("APPROVED")).reduce((first, later) -> later)
                    .map(fact -> EventJson.mapper().convertValue(fact.data().get("reckoning"), Reckoning.class)).orElseThrow();
        }
    }

    /** How many entries stand where. */
    record CompensationCount(EntryStatus status, long entries) {
    }

    record CompensationCounts(List<CompensationCount> items) {
    }

    /** @param detail numbers of the step; the sentence says them in words */
    record CompensationStep(Reckoning.Code step, List<String> detail, String amount, String sentence) {

        static CompensationStep of(Reckoning.Step step, Locale locale) {
            return new CompensationStep(step.code(), step.detail(), step.amount().toPlainString(),
                    ProblemTexts.detail("compensation." + step.code(), locale, step.detail().toArray()));
        }
    }

    record CompensationFact(Instant at, String by, String fact, JsonNode data) {

        static CompensationFact of(Row row) {
            try {
                return new CompensationFact(row.instant("at"), row.text("by"), row.text("fact"),
                        EventJson.mapper().readTree(row.text("data")));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("stored fact cannot be read", e);
            }
        }
    }
}
