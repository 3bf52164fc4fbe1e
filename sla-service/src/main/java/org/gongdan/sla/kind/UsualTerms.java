package org.gongdan.sla.kind;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.gongdan.sla.Promise;
import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;

/** Every customer is promised the same. */
@DefaultBean
@ApplicationScoped
class UsualTerms implements PromiseTerms {

    @Override
    public Uni<List<Promise>> settle(Mutiny.Session session, List<Occasion> occasions) {
        return Uni.createFrom().item(occasions.stream().flatMap(occasion -> occasion.usual().stream()).toList());
    }
}
