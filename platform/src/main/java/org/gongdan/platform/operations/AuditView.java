package org.gongdan.platform.operations;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.gongdan.platform.audit.AuditVerifier;
import org.gongdan.platform.audit.AuditVerifier.Fault;
import org.gongdan.platform.problem.ProblemTexts;

/**
 * What a verification of the audit found.
 *
 * @param intact     nothing contradicts; whether everything is proven is said by {@code anchoredTo}
 * @param anchoredTo position up to which the audit is proven by what was told outside the database; 0 for not at all
 * @param findings   what is wrong, in words
 */
public record AuditView(long rows, long sealed, boolean intact, Long firstBroken, int anchors, long anchoredTo, Instant anchoredAt,
        List<FindingView> findings) {

    /** @param position first position concerned. @param sentence what is wrong and what to do, in the caller's language */
    public record FindingView(Fault fault, long position, Instant at, String sentence) {
    }

    static AuditView of(AuditVerifier.Verdict verdict, Locale language) {
        List<FindingView> findings = verdict.findings().stream()
                .map(finding -> new FindingView(finding.fault(), finding.position(), finding.at(), sentence(finding, language))).toList();
        return new AuditView(verdict.rows(), verdict.sealed(), verdict.intact(), verdict.firstBroken(), verdict.anchors(),
                verdict.anchoredTo(),
                verdict.anchoredAt(), findings);
    }

    private static String sentence(AuditVerifier.Finding finding, Locale language) {
        String code = "audit-" + finding.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ProblemTexts.detail(finding.fault() == Fault.UNANCHORED_SINCE && finding.at() == null ? "audit-unanchored" : code, language,
                Long.toString(finding.position()), String.valueOf(finding.at()));
    }
}
