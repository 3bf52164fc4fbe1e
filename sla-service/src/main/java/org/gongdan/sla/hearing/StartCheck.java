package org.gongdan.sla.hearing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Singleton;

import org.gongdan.platform.event.EventTypes;
import org.gongdan.platform.inbox.Inbox;
import org.gongdan.sla.kind.Kind;
import org.gongdan.sla.kind.Kinds;
import org.gongdan.sla.kind.Rule;

import io.quarkus.runtime.StartupEvent;

/**
 * Stops the start when the data name an event that no consumer reads, or a rule in code that nobody wrote: such a kind would be promised and never
 * kept, or never promised at all, without a word.
 */
@Singleton
class StartCheck {

    /** Consumers are made at the usual priority; only afterwards is it known what they read. */
    private static final int AFTER_CONSUMERS = ObserverMethod.DEFAULT_PRIORITY + 500;

    private final Kinds kinds;
    private final RulesInCode inCode;
    private final Inbox inbox;

    StartCheck(Kinds kinds, RulesInCode inCode, Inbox inbox) {
        this.kinds = kinds;
        this.inCode = inCode;
        this.inbox = inbox;
    }

    void start(@Observes @Priority(AFTER_CONSUMERS) StartupEvent started) {
        check(kinds.all(), inCode, inbox.types());
    }

    /** @param heard events with a handler, for example {@code TicketOpened.v1}. @throws IllegalStateException that names everything that is wrong */
    static void check(Collection<Kind> kinds, RulesInCode inCode, Set<String> heard) {
        Set<String> events = heard.stream().map(EventTypes::withoutVersion).collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        for (Kind kind : kinds) {
            for (Rule rule : kind.rules()) {
                if (!events.contains(rule.event())) {
                    wrong.add("%s, %s: nobody here reads such an event".formatted(kind.code(), rule.event()));
                }
                if (!inCode.knows(rule)) {
                    wrong.add("%s, %s: there is no such rule in code".formatted(kind.code(), rule.event()));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join("; ", wrong));
        }
    }
}
