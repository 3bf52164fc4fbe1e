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
 */
public record Reply(int status, Object body, String location, Long version, UUID customer, String detail) {

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
        return new Reply(status, body, location, version, customer, text);
    }
}
