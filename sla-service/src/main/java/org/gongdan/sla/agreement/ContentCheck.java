package org.gongdan.sla.agreement;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.kind.Kind;
import org.gongdan.sla.kind.Kinds;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Checks contents against the calendars and kinds of promises there are now. */
@ApplicationScoped
public class ContentCheck {

    private final Map<String, Boolean> allowsTime;

    ContentCheck(Kinds kinds) {
        allowsTime = kinds.all().stream().filter(Kind::isByContract).collect(Collectors.toMap(Kind::code, Kind::allowsTime));
    }

    /** Fails with Rejected, naming the field, when nobody could count by it. */
    public Uni<Void> check(Mutiny.Session session, Content content) {
        return Sql.column(session, String.class, "select name from calendar").invoke(names -> {
            Set<String> calendars = new HashSet<>(names);
            calendars.add(Calendars.AROUND_THE_CLOCK);
            new ContentRules(calendars, allowsTime).check(content);
        }).replaceWithVoid();
    }
}
