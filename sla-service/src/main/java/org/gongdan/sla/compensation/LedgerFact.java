package org.gongdan.sla.compensation;

import java.util.Locale;

import org.gongdan.sla.agreement.Content;

/** What happened to an entry of the ledger; only ever added. */
sealed interface LedgerFact {

    /** Proposed because a promise is broken, or a month's attainment too low. */
    record Owed() implements LedgerFact {
    }

    /** @param evidence what proves it */
    record ExclusionProposed(Content.Cause cause, String reason, String evidence) implements LedgerFact {
    }

    record ExclusionAccepted() implements LedgerFact {
    }

    record ExclusionRejected(String reason) implements LedgerFact {
    }

    /** @param reckoning how the amount came about, as it was when it was approved */
    record Approved(Reckoning reckoning) implements LedgerFact {
    }

    /** A fact told late shows that nothing is owed. */
    record Withdrawn() implements LedgerFact {
    }

    /** {@code EXCLUSION_PROPOSED} for ExclusionProposed. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
