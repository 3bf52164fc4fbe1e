package org.gongdan.dispatch;

import java.util.ArrayList;
import java.util.List;

/** What a service order must hold to be handed in (R90). */
final class Submission {

    private Submission() {
    }

    /** @return names of what is not there: {@code signature}, {@code checklist}, {@code work}, {@code outcome} */
    static List<String> missing(Visit visit) {
        List<String> missing = new ArrayList<>();
        require(missing, "signature", visit.signedAt != null);
        require(missing, "checklist", ChecklistItem.read(visit.checklist).stream().anyMatch(item -> item.done() != null));
        require(missing, "work", visit.work != null && !visit.work.isBlank());
        require(missing, "outcome", visit.outcome != null);
        return missing;
    }

    private static void require(List<String> missing, String name, boolean there) {
        if (!there) {
            missing.add(name);
        }
    }
}
