package org.gongdan.notification.webhook;

import java.time.Duration;

/**
 * What became of one try.
 *
 * @param status     HTTP status, or null when there was no answer
 * @param retryAfter what the receiver asked for, or null
 * @param error      why there was no answer, in our words; null when there was one
 */
record Outcome(Integer status, Duration retryAfter, String error) {

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
