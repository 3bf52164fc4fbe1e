package org.gongdan.platform.audit;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.gongdan.platform.security.Caller;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.Work;

import io.smallrye.mutiny.Uni;

/**
 * What the people in the audit are called: the audit itself holds their ids only. Noted of our own people and of integrating systems, when they do
 * something for the first time or are called otherwise than before; a customer's people are never noted (ADR 033). Letters name people from here, too.
 */
@ApplicationScoped
public class AuditPeople {

    private static final Sql NOTE = Sql.of("""
            insert into audit_person (subject, username, name) values (:subject, :username, :name)
            on conflict (subject) do update set username = excluded.username, name = excluded.name""");

    /** As they were written last, after the commit. */
    private final Map<UUID, Person> known = new ConcurrentHashMap<>();

    private record Person(UUID subject, String username, String name) {

        static Person of(Caller caller) {
            return new Person(caller.subject(), caller.username(), caller.name());
        }
    }

    private final Tx tx;

    AuditPeople(Tx tx) {
        this.tx = tx;
    }

    /** He has come, and did nothing yet that is audited: others are told of him by his name from now on. */
    public Uni<Void> meet(Caller caller) {
        return isNoted(caller) ? Uni.createFrom().voidItem() : tx.run(work -> note(work, caller));
    }

    Uni<Void> note(Work work, Caller caller) {
        if (isNoted(caller)) {
            return Uni.createFrom().voidItem();
        }
        Person person = Person.of(caller);
        work.touch(person);
        return NOTE.with("subject", person.subject().toString()).with("username", person.username()).with("name", person.name())
                .update(work)
                .replaceWithVoid();
    }

    /** Or need not be. */
    private boolean isNoted(Caller caller) {
        return !caller.isStaff() && !caller.isIntegration() || Person.of(caller).equals(known.get(caller.subject()));
    }

    void committed(@Observes Tx.Committed commit) {
        commit.touched(Person.class).forEach(person -> known.put(person.subject(), person));
    }
}
