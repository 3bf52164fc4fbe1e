package org.gongdan.sla.calendar;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongdan.platform.web.Page;
import org.gongdan.sla.calendar.CalendarTable.Revision;
import org.gongdan.sla.calendar.OpenClocks.Moved;
import org.gongdan.sla.calendar.OpenClocks.Totals;

/** Views of calendars. */
final class CalendarApi {

    private CalendarApi() {
    }

    /** Whether a saved change is for open promises too. */
    enum Open {
        /** They stay with the revision they were made with. */
        KEEP,
        /** From now on they are counted by the new one; what was counted before stays counted. */
        MOVE
    }

    record CalendarRow(String name, int revision, String title, String base, @Schema(implementation = String.class) ZoneId zone,
            Instant savedAt) {

        static CalendarRow of(Revision revision) {
            return new CalendarRow(revision.name(), revision.revision(), revision.content().title(), revision.content().base(),
                    revision.whole().zone(),
                    revision.savedAt());
        }
    }

    /**
     * @param reference how promises name this revision
     * @param content   as entered: what a PUT takes
     * @param whole     told without its base
     */
    record CalendarView(String name, int revision, String reference, CalendarContent content, CalendarContent whole, String reason,
            Instant savedAt, String savedBy) {

        static CalendarView of(Revision revision) {
            return new CalendarView(revision.name(), revision.revision(), new CalendarRef(revision.name(), revision.revision()).toString(),
                    revision.content(), revision.whole(), revision.reason(), revision.savedAt(), revision.savedBy());
        }
    }

    /**
     * @param calendars names of the calendars that get a new revision: the one that changes and the overlays on it
     * @param totals    on the first page only
     * @param whole     the calendar as it would be, told without its base
     */
    record WhatIfView(List<String> calendars, Totals totals, Page<Moved> moved, CalendarContent whole) {
    }

    /** @param counted ISO-8601 */
    record WorkingTimeView(String calendar, OffsetDateTime from, OffsetDateTime to, String counted, List<LostView> notCounted) {
    }

    /** @param due in the calendar's zone */
    record DueView(String calendar, OffsetDateTime from, String within, OffsetDateTime due, List<LostView> notCounted) {
    }

    /** @param name day off, left out for hours outside the weekly pattern @param time ISO-8601 */
    record LostView(String name, String time) {

        static List<LostView> of(Calendar calendar, Instant from, Instant to) {
            return calendar.notCounted(from, to).stream().map(lost -> new LostView(lost.name(), lost.time().toString())).toList();
        }
    }
}
