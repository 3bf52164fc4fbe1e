package org.gongdan.sla.kind;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.outbox.Outbox;
import org.gongdan.platform.tx.Read;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.tx.Work;
import org.gongdan.sla.kind.KindEvent.PromiseKindDescribed;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/**
 * Tells the other services what kinds of promises are called (ADR 030). The table {@code promise_kind} holds what was told last: every start
 * compares the files with it and tells what is new or has another name. A kind that no file describes any more keeps its name there.
 */
@ApplicationScoped
class KindNames {

    /** After everything that can stop the start: what does not start describes nothing. */
    private static final int AFTER_CHECKS = ObserverMethod.DEFAULT_PRIORITY + 600;

    /** In the order of the codes, so that two processes that start together wait for each other instead of stopping each other. */
    private static final Sql DESCRIBE = Sql.of("""
            insert into promise_kind as known (kind, zh, en, version)
            select kind, zh, en, 1 from unnest(cast(:kinds as text[]), cast(:zh as text[]), cast(:en as text[])) as named(kind, zh, en)
            on conflict (kind) do update set zh = excluded.zh, en = excluded.en, version = known.version + 1
                where (known.zh, known.en) <> (excluded.zh, excluded.en)
            returning kind, zh, en, version""");
    private static final Sql FORMER = Sql.of("select kind, zh, en from promise_kind where kind <> all(cast(:described as text[]))");

    private final Tx tx;
    private final Outbox outbox;
    private final Clock clock;

    KindNames(Tx tx, Outbox outbox, Clock clock) {
        this.tx = tx;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A command beside the running service (it runs no loops) tells nothing: the service has. */
    void start(@Observes @Priority(AFTER_CHECKS) StartupEvent started, Kinds kinds,
            @ConfigProperty(name = "gongdan.loops") boolean isService) {
        if (isService) {
            Tx.await(tx.run(work -> describe(work, kinds.described())));
        }
        kinds.remember(Tx.await(tx.read(read -> former(read, kinds.described().keySet()))));
    }

    /** @param names by code and language. Written down and told as far as they are new */
    Uni<Void> describe(Work work, Map<String, Map<String, String>> names) {
        List<String> kinds = names.keySet().stream().sorted().toList();
        return DESCRIBE.texts("kinds", kinds).texts("zh", kinds.stream().map(kind -> names.get(kind).get("zh")).toList())
                .texts("en", kinds.stream().map(kind -> names.get(kind).get("en")).toList()).rows(work)
                .chain(rows -> outbox.add(work, rows.stream().map(this::entry).toList()));
    }

    private Outbox.Entry entry(Row row) {
        return new Outbox.Entry(new PromiseKindDescribed(row.text("kind"), row.text("zh"), row.text("en")), row.number("version"),
                clock.instant());
    }

    private static Uni<Map<String, Map<String, String>>> former(Read read, Set<String> described) {
        return FORMER.texts("described", described).rows(read).map(rows -> rows.stream().collect(
                Collectors.toUnmodifiableMap(row -> row.text("kind"), row -> Map.of("zh", row.text("zh"), "en", row.text("en")))));
    }
}
