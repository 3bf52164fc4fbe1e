package org.gongdan.sla.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;

/** Who is on duty when, as far as published shifts say: kept from what dispatch-service tells. */
@ApplicationScoped
public class Roster {

    private static final Sql ON_DUTY = Sql
            .of("""
            select person from shift where duty = :duty and starts_at <= :at and ends_at > :at group by person order by min(starts_at), person""");
    private static final Sql PUBLISH = Sql
            .of("""
            insert into shift (id, duty, person, starts_at, ends_at) values (:id, :duty, :person, :from, :to)
            on conflict (id) do update set duty = excluded.duty, person = excluded.person, starts_at = excluded.starts_at, ends_at = excluded.ends_at""");
    private static final Sql SWAP = Sql.of("update shift set person = :person where id = :id");
    private static final Sql WITHDRAW = Sql.of("update shift set ends_at = greatest(starts_at, least(ends_at, :at)) where id = :id");

    private final Map<String, String> duties;

    Roster(SlaSettings settings) {
        duties = settings.roster().duties();
    }

    /** @return the duty that stands for a role of a ladder, or null when the role is a role and nothing else */
    public String dutyOf(String role) {
        return duties.get(role);
    }

    /** @return the duty that stands for each role that has one */
    public Map<String, String> duties() {
        return duties;
    }

    /** @return user names of those who are on this duty, each once, who came first comes first; empty when nobody is */
    public List<String> onDuty(Connection connection, String duty, Instant at) throws SQLException {
        return ON_DUTY.with("duty", duty).with("at", at).rows(connection).stream().map(row -> row.text("person")).toList();
    }

    Uni<Void> publish(Work work, UUID shift, String duty, String person, Instant startsAt, Instant endsAt) {
        return PUBLISH.with("id", shift).with("duty", duty).with("person", person).with("from", startsAt).with("to", endsAt).update(work)
                .replaceWithVoid();
    }

    Uni<Void> swap(Work work, UUID shift, String person) {
        return SWAP.with("id", shift).with("person", person).update(work).replaceWithVoid();
    }

    /** Until then its person was on duty, if it had begun. */
    Uni<Void> withdraw(Work work, UUID shift, Instant at) {
        return WITHDRAW.with("id", shift).with("at", at).update(work).replaceWithVoid();
    }
}
