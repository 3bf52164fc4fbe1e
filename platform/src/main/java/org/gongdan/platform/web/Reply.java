package org.gongdan.platform.web;

import java.util.UUID;

/**
 * Outcome of a command.
 *
 * @param status   HTTP status
 * @param body     what is returned, or null
 * @param location path of what was created, or null
 * @param version  version of the aggregate after the command, returned as ETag; null when there is none
 * @param customer customer concerned, for the audit; or null
 * @param detail   what the audit shall say beyond method and path; no personal data; or null
 * @param kept     what is stored under the request's idempotency key and answers its repetitions: the body, unless it holds what must not be kept
 * @param again    a repetition does the same once more, with an audit row of its own, and nothing is stored
 */
public record Reply(int status, Object body, String location, Long version, UUID customer, String detail, Object kept, boolean again) {

    public Reply(int status, Object body, String location, Long version, UUID customer, String detail) {
        this(status, body, location, version, customer, detail, body, false);
    }

    public static Reply ok(Object body, long version, UUID customer) {
        return new Reply(200, body, null, version, customer, null);
    }

    public static Reply created(String location, Object body, long version, UUID customer) {
        return new Reply(201, body, location, version, customer, null);
    }

    public static Reply done(UUID customer) {
        return new Reply(204, null, null, null, customer, null);
    }

    public Reply withDetail(String text) {
        return new Reply(status, body, location, version, customer, text, kept, again);
    }

    /** The body holds a secret or personal data: repetitions are answered with this in its place, and only this is stored. */
    public Reply keeping(Object withoutSecrets) {
        return new Reply(status, body, location, version, customer, detail, withoutSecrets, false);
    }

    /** The command only reads, and each reading counts, such as showing a phone number: a repetition reads again and is audited again. */
    public Reply readAgain() {
        return new Reply(status, body, location, version, customer, detail, null, true);
    }
}
