package org.gongdan.notification.webhook;

import java.time.Duration;

/**
 * What became of one try.
 *
 * @param status     HTTP status, or null when there was no answer
 * @param retryAfter what the receiver asked for, or null
 * @param error      why there was no answer: {@link #UNREACHABLE} or {@link #NO_ANSWER}; null when there was one. Customers read it, so it
 *                   says no more: what our DNS and our network know of a name is not theirs to learn
 */
record Outcome(Integer status, Duration retryAfter, String error) {

    /** The connection did not come about, for whatever reason. */
    static final String UNREACHABLE = "unreachable";
    /** The connection came about and then led to nothing. */
    static final String NO_ANSWER = "no-answer";

    private static final int GONE = 410;

    static Outcome failed(String error) {
        return new Outcome(null, null, error);
    }

    /** Only 2xx counts; a redirect is a failure, since following it would lead past every check. */
    boolean isSuccess() {
        return status != null && status / 100 == 2;
    }

    boolean isGone() {
        return status != null && status == GONE;
    }

    String label() {
        return status == null ? "none" : status / 100 + "xx";
    }
}
