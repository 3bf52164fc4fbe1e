package org.gongdan.sla.agreement;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.platform.problem.DomainException.Rejected;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Sql;
import org.gongdan.sla.calendar.Calendars;
import org.gongdan.sla.kind.Kind;
import org.gongdan.sla.kind.Kinds;

import io.smallrye.mutiny.Uni;

/** Checks contents against the calendars and kinds of promises there are now. */
@ApplicationScoped
public class ContentCheck {

    private static final Sql CALENDARS = Sql.of("select name from calendar");

    private final Map<String, Boolean> allowsTime;
    private final Kinds kinds;

    ContentCheck(Kinds kinds) {
        this.kinds = kinds;
        allowsTime = kinds.all().stream().filter(Kind::isByContract).collect(Collectors.toMap(Kind::code, Kind::allowsTime));
    }

    /** Fails with Rejected, naming the field, when nobody could count by it. */
    public Uni<Void> check(Read read, AgreementType type, Content content) {
        return CALENDARS.bound().rows(read).invoke(rows -> {
            Set<String> calendars = rows.stream().map(row -> row.text("name")).collect(Collectors.toCollection(HashSet::new));
            calendars.add(Calendars.AROUND_THE_CLOCK);
            new ContentRules(calendars, allowsTime).check(content);
            mustGovern(type, content);
        }).replaceWithVoid();
    }

    /** A level nobody would ever count by is a mistake. */
    private void mustGovern(AgreementType type, Content content) {
        for (int at = 0; at < content.services().size(); at++) {
            for (Content.Level level : content.services().get(at).levels()) {
                if (!kinds.agreements(level.kind()).contains(type.name())) {
                    throw new Rejected("kind-not-governed", level.kind(), type).onField("services[" + at + "].levels");
                }
            }
        }
    }
}
