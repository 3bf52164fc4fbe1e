package org.gongdan.ticket;

import java.time.Instant;

/** What a customer sees who answers by a link. */
final class AnswerApi {

    private AnswerApi() {
    }

    /**
     * What is asked about a ticket: nothing of it that only our people and signed-in customers read.
     *
     * @param product   what it is called, or null
     * @param method    how the fault was solved
     * @param confirmed whether the fix was confirmed; the answer that it does not hold comes too late then
     * @param surveyed  whether the survey was answered
     */
    record AskedView(String number, String summary, String product, Method method, boolean confirmed, boolean surveyed, Instant expiresAt) {
    }
}
