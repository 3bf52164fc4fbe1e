package org.gongdan.sla.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Read;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.promise.Terms;

import io.smallrye.mutiny.Uni;

/** What is promised now to every customer whose contract says nothing else. */
@ApplicationScoped
public class UsualTerms {

    private final Kinds kinds;
    private final Calendars calendars;

    UsualTerms(Kinds kinds, Calendars calendars) {
        this.kinds = kinds;
        this.calendars = calendars;
    }

    /** @param revisions current revision by name of a calendar */
    public record Book(Kinds kinds, Map<String, String> revisions) {

        /** @param old terms of such a promise: the instant it names is kept, and all of them when the kind is no longer promised */
        public Terms of(String code, Terms old) {
            return kinds.all().stream().filter(kind -> kind.code().equals(code)).findFirst().map(kind -> usual(kind, old)).orElse(old);
        }

        private Terms usual(Kind kind, Terms old) {
            return old.at() != null ? kind.usualTerms(old.at())
                    : kind.within() == null ? old : kind.usualTerms(null).countedBy(revisions.get(kind.calendar()));
        }
    }

    public Uni<Book> now(Read read) {
        List<String> names = kinds.all().stream().filter(kind -> kind.within() != null).map(Kind::calendar).distinct().toList();
        Map<String, String> revisions = new HashMap<>();
        Uni<Void> found = Uni.createFrom().voidItem();
        for (String name : names) {
            found = found.chain(() -> calendars.current(read, name)).invoke(revision -> revisions.put(name, revision)).replaceWithVoid();
        }
        return found.replaceWith(() -> new Book(kinds, revisions));
    }
}
