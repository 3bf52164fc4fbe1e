package org.gongdan.notification.live;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What happened since a screen was last told; a screen that is slow is told of more at once, and never of more than it can use. */
final class Pending {

    /** Tickets and visits listed in one message; a screen shows no more. */
    static final int MOST = 200;

    private final boolean staff;
    private Set<String> events = new TreeSet<>();
    private Set<UUID> tickets = new LinkedHashSet<>();
    private Set<UUID> visits = new LinkedHashSet<>();
    private boolean many;
    private boolean any;

    /** @param staff who may know what happened; others are told that something did */
    Pending(boolean staff) {
        this.staff = staff;
    }

    synchronized void add(Happening happening) {
        any = true;
        if (staff) {
            events.add(happening.event());
        }
        add(tickets, happening.ticket());
        add(visits, happening.visit());
    }

    private void add(Set<UUID> ids, UUID id) {
        if (id != null && ids.size() < MOST) {
            ids.add(id);
        } else if (id != null && !ids.contains(id)) {
            many = true;
        }
    }

    /** Something may have happened that was not heard. */
    synchronized void missed() {
        any = true;
        many = true;
    }

    /** @return null when nothing happened */
    synchronized Change take() {
        if (!any) {
            return null;
        }
        Change change = new Change(events, tickets, visits, many);
        events = new TreeSet<>();
        tickets = new LinkedHashSet<>();
        visits = new LinkedHashSet<>();
        many = false;
        any = false;
        return change;
    }
}
