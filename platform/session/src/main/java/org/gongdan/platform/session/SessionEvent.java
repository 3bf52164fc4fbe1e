package org.gongdan.platform.session;

import java.time.Instant;

/** That tokens given out before a moment count no more. Times are Keycloak's, as are those in the tokens. */
public sealed interface SessionEvent {

    /** Name of the topic that carries these. */
    String TOPIC = "session-events";

    Instant at();

    /** Key on the topic: the same for what is said of the same session or person. */
    String key();

    /**
     * A sign-in is over: by logout, by an administrator, by its end in Keycloak.
     *
     * @param sessionId Keycloak's id of the session, {@code sid} in its tokens
     */
    record SessionEnded(String sessionId, Instant at) implements SessionEvent {
        @Override
        public String key() {
            return "session:" + sessionId;
        }
    }

    /**
     * What somebody may do has changed: roles, groups, customers, password, or the account itself. Newer tokens tell it rightly, if there are any.
     *
     * @param subject {@code sub} of his tokens; null when it may concern everybody
     */
    record AccessChanged(String subject, Instant at) implements SessionEvent {
        @Override
        public String key() {
            return subject == null ? "everybody" : "subject:" + subject;
        }
    }
}
