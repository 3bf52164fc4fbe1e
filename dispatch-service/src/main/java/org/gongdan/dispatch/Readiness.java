package org.gongdan.dispatch;

import org.gongdan.platform.problem.DomainException.Rejected;

/** What an engineer checks before he leaves: appearance (R76), identity card and badge (R79), tool scanned for viruses (R73). */
record Readiness(boolean appearance, boolean identityCard, boolean badge, boolean toolScanned) {

    void mustBeComplete() {
        if (!(appearance && identityCard && badge && toolScanned)) {
            throw new Rejected("not-ready-to-depart");
        }
    }
}
