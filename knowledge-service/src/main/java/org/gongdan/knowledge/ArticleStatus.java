package org.gongdan.knowledge;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The state machine of an article; the same table stands in the service's README. A changed text is a draft again: it was not reviewed. */
public enum ArticleStatus {

    DRAFT, PUBLISHED, REJECTED;

    private static final Map<ArticleStatus, Set<ArticleStatus>> NEXT = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(DRAFT, PUBLISHED, REJECTED),
            PUBLISHED, EnumSet.of(DRAFT),
            REJECTED, EnumSet.of(DRAFT)));

    public boolean canBecome(ArticleStatus next) {
        return NEXT.get(this).contains(next);
    }
}
