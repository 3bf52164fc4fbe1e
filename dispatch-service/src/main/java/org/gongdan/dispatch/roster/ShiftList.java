package org.gongdan.dispatch.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.input.Values;
import org.gongdan.platform.text.UserName;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Where;
import org.gongdan.platform.web.Page;

import io.smallrye.mutiny.Uni;

/** Finds shifts, in the order in which they begin. */
@ApplicationScoped
class ShiftList {

    /** @param from only shifts that end after it. @param to only shifts that begin before it. @param drafts also those not published yet */
    record Filter(String duty, String person, Instant from, Instant to, boolean drafts) {
    }

    /** Where a page begins: after this shift. */
    record After(Instant startsAt, UUID id) {

        static After of(String key) {
            int bar = key.indexOf('|');
            return new After(Values.instant(key.substring(0, bar)), Values.id(key.substring(bar + 1)));
        }

        static String key(Shift shift) {
            return shift.startsAt + "|" + shift.id;
        }
    }

    Uni<List<Shift>> find(Read read, Filter filter, After after, int limit) {
        Where where = new Where().andIfGiven("s.duty = :duty", Duty.meant(filter.duty()))
                .andIfGiven("lower(s.person) = :person", UserName.of(filter.person()))
                .andIfGiven("s.endsAt > :from", filter.from()).andIfGiven("s.startsAt < :to", filter.to());
        if (!filter.drafts()) {
            where.and("s.status <> :drafted", ShiftStatus.DRAFTED);
        }
        if (after != null) {
            where.and("(s.startsAt, s.id) > (:afterTime, :afterShift)").with("afterTime", after.startsAt()).with("afterShift", after.id());
        }
        return where.bind(read.session().createSelectionQuery("from Shift s where " + where + " order by s.startsAt, s.id", Shift.class))
                .setMaxResults(limit).getResultList();
    }

    /** Who is, or was, on duty at an instant. @param duty or null for every one */
    Uni<List<Shift>> onDuty(Read read, String duty, Instant at) {
        Where where = new Where().andIfGiven("s.duty = :duty", Duty.meant(duty));
        where.and(OnDuty.at("s", ":now")).with("now", at);
        String ids = "select s.id from shift s where " + where + " order by s.duty, s.starts_at, s.id limit " + Page.LARGEST;
        return where.in(ids).rows(read).chain(found -> read.session().find(Shift.class, found.stream().map(row -> row.id("id")).toArray()));
    }
}
