package org.gongdan.sla.roster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    private final Map<String, String> duties;

    Roster(SlaSettings settings) {
        duties = settings.roster().duties();
    }

    /** @return the duty that stands for a role of a ladder, or null when the role is a role and nothing else */
    public String dutyOf(String role) {
        return duties.get(role);
    }

    /** @return user names of those who are on this duty, each once, who came first comes first; empty when nobody is */
    public List<String> onDuty(Connection connection, String duty, Instant at) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select person from shift where duty = ? and starts_at <= ? and ends_at > ? group by person order by min(starts_at), person")) {
            select.setString(1, duty);
            select.setObject(2, at.atOffset(ZoneOffset.UTC));
            select.setObject(3, at.atOffset(ZoneOffset.UTC));
            List<String> people = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    people.add(row.getString(1));
                }
            }
            return people;
        }
    }

    Uni<Void> publish(Work work, UUID shift, String duty, String person, Instant startsAt, Instant endsAt) {
        return Sql.update(work, """
                insert into shift (id, duty, person, starts_at, ends_at) values ($1, $2, $3, $4, $5)
                on conflict (id) do update set duty = excluded.duty, person = excluded.person, starts_at = excluded.starts_at, ends_at = excluded.ends_at""",
                shift, duty, person, startsAt, endsAt).replaceWithVoid();
    }

    Uni<Void> swap(Work work, UUID shift, String person) {
        return Sql.update(work, "update shift set person = $2 where id = $1", shift, person).replaceWithVoid();
    }

    /** Until then its person was on duty, if it had begun. */
    Uni<Void> withdraw(Work work, UUID shift, Instant at) {
        return Sql.update(work, "update shift set ends_at = greatest(starts_at, least(ends_at, $2)) where id = $1", shift, at).replaceWithVoid();
    }
}
