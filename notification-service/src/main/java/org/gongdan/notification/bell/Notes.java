package org.gongdan.notification.bell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.notification.bell.BellApi.NoteView;
import org.gongdan.notification.bell.BellApi.UnseenView;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/**
 * What the bell shows to a person, and how far he has looked. What reaches him in two ways (as owner and as supervisor) is one note; so is what somebody
 * writes to him about one ticket, of which the last counts.
 */
@ApplicationScoped
class Notes {

    /** More are counted as this many: the bell then says 99+. */
    static final int MOST_COUNTED = 100;

    private static final Sql LIST = Sql.of("""
            select n.seq, n.kind, n.at, n.ticket_id, t.number, t.summary, n.visit_id, cast(n.about as text) as about,
                n.seq > coalesce((select s.seq from bell_seen s where s.person = :person), 0) as unseen
            from bell_note n left join ticket t on t.id = n.ticket_id
            where n.audience = any(:audiences) and n.seq < :before and not exists (select 1 from bell_note m
                where m.event_id = n.event_id and m.audience = any(:audiences) and m.seq > n.seq) and not exists (select 1 from bell_note m
                where m.kind in ('MESSAGE_RECEIVED', 'MESSAGE_SENT') and m.ticket_id = n.ticket_id and m.kind = n.kind
                    and m.audience = any(:audiences) and m.seq > n.seq)
            order by n.seq desc limit :limit""");
    private static final Sql UNSEEN = Sql.of("""
            select count(distinct case when kind in ('MESSAGE_RECEIVED', 'MESSAGE_SENT') then ticket_id else event_id end) as notes,
                max(seq) as last from (select event_id, kind, ticket_id, seq from bell_note
                where audience = any(:audiences) and seq > coalesce((select s.seq from bell_seen s where s.person = :person), 0)
                limit :most) n""");
    private static final Sql SEEN = Sql.of("""
            insert into bell_seen (person, seq) select cast(:person as uuid), least(cast(:seq as bigint), coalesce(max(seq), 0)) from bell_note
            on conflict (person) do update set seq = greatest(bell_seen.seq, excluded.seq)""");

    /** Everything by which notes reach somebody. */
    static List<String> audiences(Caller caller) {
        List<String> audiences = new ArrayList<>(List.of(Ear.user(caller.username()), Ear.engineer(caller.subject())));
        Stream.concat(caller.roles().stream().map(Ear::role), caller.customers().stream().map(Ear::customer)).forEach(audiences::add);
        return audiences;
    }

    /** @param before number of the last note that was shown, for those that are older */
    Uni<List<NoteView>> list(Read read, Caller caller, long before, int limit) {
        return LIST.with("person", caller.subject()).texts("audiences", audiences(caller)).with("before", before).with("limit", limit)
                .rows(read).map(rows -> rows.stream().map(NoteView::of).toList());
    }

    Uni<UnseenView> unseen(Read read, Caller caller) {
        return UNSEEN.with("person", caller.subject()).texts("audiences", audiences(caller)).with("most", MOST_COUNTED).row(read)
                .map(row -> new UnseenView(row.number("notes"), row.isNull("last") ? null : row.number("last")));
    }

    /** Never goes back, and no further than there are notes. */
    Uni<Void> seen(Work work, Caller caller, long upTo) {
        return SEEN.with("person", caller.subject()).with("seq", upTo).update(work).replaceWithVoid();
    }
}
