package org.gongdan.knowledge;

import java.time.Instant;
import java.util.UUID;

import org.gongdan.platform.event.Fact;
import org.gongdan.platform.event.Topic;

/** Everything other services hear about articles. Articles belong to no customer: what was learned at one helps all. */
@Topic("knowledge-events")
public sealed interface ArticleEvent extends Fact {

    UUID articleId();

    @Override
    default UUID subject() {
        return articleId();
    }

    @Override
    default UUID customerId() {
        return null;
    }

    record ArticleDrafted(UUID articleId, UUID ticketId, String title, Instant at) implements ArticleEvent {
    }

    record ArticlePublished(UUID articleId, UUID ticketId, String title, String reviewer, Instant at) implements ArticleEvent {
    }

    record FixApplied(UUID articleId, UUID ticketId, boolean succeeded, Instant at) implements ArticleEvent {
    }
}
