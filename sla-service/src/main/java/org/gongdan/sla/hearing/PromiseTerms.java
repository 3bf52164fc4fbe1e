package org.gongdan.sla.hearing;

import java.util.List;

import org.gongdan.platform.tx.Read;
import org.gongdan.sla.promise.Promise;

import io.smallrye.mutiny.Uni;

/** Decides on which terms promises are made to a customer; the one place where contracts come in. */
public interface PromiseTerms {

    /**
     * @param usual promises about to be made because of one event, on the terms every customer gets; never empty
     * @param event what happened: priority, product and whatever else the terms depend on
     */
    record Occasion(List<Promise> usual, Body event) {
    }

    /** @return the promises to make, on the customers' terms ({@link Promise#on}), in the order of the occasions; one that is left out is not made */
    Uni<List<Promise>> settle(Read read, List<Occasion> occasions);
}
