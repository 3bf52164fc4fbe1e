package org.gongdan.dispatch.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;

import io.smallrye.mutiny.Uni;

/** Whether the roster, as it is published, has somebody work at a time. */
@ApplicationScoped
public class Attendance {

    /** The roster speaks of somebody who has a shift so near to the time asked for; of others nobody knows when they work. */
    private static final Duration NEAR = Duration.ofDays(7);
    /** What is over says nothing about how the coming days are planned. */
    private static final Sql AHEAD = Sql.of("select s.starts_at as since, " + OnDuty.until("s") + " as until from shift s"
            + " where s.person = :person and s.status <> 'DRAFTED' and s.starts_at < :to and s.ends_at > :from and " + OnDuty.until("s")
            + " > :now");

    /**
     * @param person user name of the account; null when it is not known, and then nothing is refused
     * @throws Rejected when the roster has shifts of his near that time, and they do not cover it
     */
    public Uni<Void> mustCover(Read read, String person, Instant from, Instant to, Instant now) {
        if (person == null) {
            return Uni.createFrom().voidItem();
        }
        return AHEAD.with("person", person).with("from", from.minus(NEAR)).with("to", to.plus(NEAR)).with("now", now).rows(read)
                .invoke(rows -> {
                    List<Interval> works = Coverage.people(rows.stream()
                            .map(row -> new Coverage.Served(person, new Interval(row.instant("since"), row.instant("until")))).toList());
                    if (!works.isEmpty() && works.stream().noneMatch(time -> !time.start().isAfter(from) && !time.end().isBefore(to))) {
                        throw new Rejected("engineer-off-duty");
                    }
                }).replaceWithVoid();
    }
}
