package org.gongdan.sla.calendar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.gongdan.platform.problem.DomainException;
import org.gongdan.platform.problem.DomainException.InvalidInput;
import org.gongdan.platform.problem.DomainException.Rejected;

/** All calendars as entered, by name, and what a change of one means for the overlays on it. */
final class CalendarFamily {

    private final Map<String, CalendarContent> contents;

    CalendarFamily(Map<String, CalendarContent> contents) {
        this.contents = new HashMap<>(contents);
    }

    /**
     * Changes one calendar.
     *
     * @return the calendar and every overlay on it, told without their bases; the calendar first
     * @throws InvalidInput when the content makes no sense
     * @throws Rejected     when an overlay makes no sense on it any more
     */
    SequencedMap<String, CalendarContent> change(String name, CalendarContent content) {
        if (content.base() != null && !contents.containsKey(content.base())) {
            throw new InvalidInput("base", "calendar-base-unknown", content.base());
        }
        contents.put(name, content);
        if (ancestors(name).contains(name)) {
            throw new InvalidInput("base", "calendar-base-circular", content.base());
        }
        ContentCheck.entered(content);
        SequencedMap<String, CalendarContent> changed = new LinkedHashMap<>();
        changed.put(name, whole(name));
        ContentCheck.whole(changed.get(name));
        for (String overlay : contents.keySet().stream().filter(other -> !other.equals(name) && ancestors(other).contains(name)).sorted()
                .toList()) {
            changed.put(overlay, wholeOverlay(overlay));
        }
        return changed;
    }

    private CalendarContent wholeOverlay(String overlay) {
        try {
            CalendarContent whole = whole(overlay);
            ContentCheck.whole(whole);
            return whole;
        } catch (DomainException broken) {
            throw new Rejected("calendar-breaks-overlay", overlay);
        }
    }

    private CalendarContent whole(String name) {
        CalendarContent content = contents.get(name);
        return content.over(content.base() == null ? null : whole(content.base()));
    }

    /** The base, its base and so on; ends when a name comes again. */
    private List<String> ancestors(String name) {
        List<String> found = new ArrayList<>();
        for (String base = contents.get(name).base(); base != null && !found.contains(base); base = contents.get(base).base()) {
            found.add(base);
        }
        return found;
    }
}
