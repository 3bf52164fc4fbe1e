package org.gongdan.dispatch.roster;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** Everything other services hear about the roster. People are named by the user names of their accounts; what a note says stays here. */
@Topic("roster-events")
public sealed interface RosterEvent extends Fact {

    UUID shiftId();

    @Override
    default UUID subject() {
        return shiftId();
    }

    /** A shift belongs to no customer. */
    @Override
    default UUID customerId() {
        return null;
    }

    /** @param replaces shift that was withdrawn for this one, or null */
    record ShiftPublished(UUID shiftId, String duty, String person, Instant startsAt, Instant endsAt, UUID replaces, Instant at,
            String by) implements RosterEvent {
    }

    /** Nobody is on duty by this shift from {@code at} on; until then its person was, if it had begun. */
    record ShiftWithdrawn(UUID shiftId, String duty, String person, Instant startsAt, Instant endsAt, String reason, Instant at,
            String by) implements RosterEvent {
    }

    /** @param person who is on duty now instead of {@code previousPerson} */
    record ShiftSwapped(UUID shiftId, String duty, String previousPerson, String person, Instant startsAt, Instant endsAt, Instant at,
            String by) implements RosterEvent {
    }

    /**
     * @param relieved  whether somebody else came on duty, or is, so that there is somebody to hand over to
     * @param successor who; when there are several, the one who came last; null when nobody did
     */
    record ShiftEnded(UUID shiftId, String duty, String person, Instant startsAt, Instant endsAt, boolean relieved, String successor,
            Instant at) implements RosterEvent {
    }

    /** @param openItems how many */
    record HandoverWritten(UUID shiftId, String duty, String person, int openItems, Instant at) implements RosterEvent {
    }

    record HandoverAccepted(UUID shiftId, String duty, String person, String acceptedBy, Instant at) implements RosterEvent {
    }

    record HandoverRefused(UUID shiftId, String duty, String person, String refusedBy, String reason, Instant at) implements RosterEvent {
    }
}
