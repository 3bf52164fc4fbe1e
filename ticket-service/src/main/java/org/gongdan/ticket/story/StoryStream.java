package org.gongdan.ticket.story;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The story as it grows: lines are read again whenever there may be new ones ({@link StoryWatch}). Lines are told apart by their own set of
 * sent numbers, since a lower number may commit later.
 */
@ApplicationScoped
public class StoryStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration SURE = Duration.ofSeconds(30);

    private final Story story;
    private final StoryWatch watch;

    StoryStream(Story story, StoryWatch watch) {
        this.story = story;
        this.watch = watch;
    }

    /** Something to send on a quiet stream, so that gateways and browsers keep it open. */
    public Multi<Long> heartbeats() {
        return Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop();
    }

    /**
     * @param after    number of the last line the reader has, 0 for none; lines of the last seconds before it are sent again
     * @param internal with what is our own business and not the customer's
     */
    public Multi<Story.Line> follow(UUID ticketId, long after, boolean internal) {
        Set<Long> sent = new HashSet<>();
        Instant sure = Instant.now().minus(SURE);
        // What another stream has read comes on that one's thread.
        Context own = Vertx.currentContext();
        return watch.of(ticketId)
                .onItem().transformToUniAndConcatenate(wake -> watch.look(ticketId, internal, wake, () -> story.of(ticketId, internal))
                        .emitOn(task -> own.runOnContext(ignored -> task.run())))
                .onItem().transformToMultiAndConcatenate(lines -> Multi.createFrom().iterable(fresh(lines, sent, after, sure)));
    }

    private static List<Story.Line> fresh(List<Story.Line> lines, Set<Long> sent, long after, Instant sure) {
        return lines.stream().filter(line -> line.seq() > after || line.at().isAfter(sure)).filter(line -> sent.add(line.seq())).toList();
    }
}
