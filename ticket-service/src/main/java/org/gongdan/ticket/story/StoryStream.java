package org.gongdan.ticket.story;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.gongdan.platform.tx.Tx;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;

/**
 * The story as it grows: lines are read again whenever a transaction of this process touched the ticket, and every two seconds for what
 * other processes did. Lines are told apart by their own set of sent numbers, since a lower number may commit later.
 */
@ApplicationScoped
public class StoryStream {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration SURE = Duration.ofSeconds(30);

    private final Story story;
    private final BroadcastProcessor<UUID> touched = BroadcastProcessor.create();

    StoryStream(Story story) {
        this.story = story;
    }

    void committed(@Observes Tx.Committed commit) {
        commit.touched(Story.Touched.class).forEach(touch -> touched.onNext(touch.ticketId()));
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
        Multi<Long> looks = Multi.createBy().merging().streams(
                Multi.createFrom().item(0L),
                Multi.createFrom().ticks().every(LOOK).onOverflow().drop(),
                touched.onOverflow().drop().filter(ticketId::equals).map(ignored -> 0L));
        return looks.onOverflow().dropPreviousItems()
                .onItem().transformToUniAndConcatenate(ignored -> story.of(ticketId, internal))
                .onItem().transformToMultiAndConcatenate(lines -> Multi.createFrom().iterable(fresh(lines, sent, after, sure)));
    }

    private static List<Story.Line> fresh(List<Story.Line> lines, Set<Long> sent, long after, Instant sure) {
        return lines.stream().filter(line -> line.seq() > after || line.at().isAfter(sure)).filter(line -> sent.add(line.seq())).toList();
    }
}
