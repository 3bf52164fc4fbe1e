package org.gongdan.platform.problem;

import java.util.List;

/**
 * RFC 9457 problem details.
 *
 * @param type     stable name, {@code urn:gongdan:problem:<code>}
 * @param title    short, the same for every occurrence of the type
 * @param status   HTTP status
 * @param detail   one sentence in the caller's language
 * @param instance path of the request
 * @param traceId  finds the request in the logs
 * @param errors   fields at fault, or null
 */
public record Problem(String type, String title, int status, String detail, String instance, String traceId, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param field path of the field in the request body, query or header */
    public record FieldError(String field, String message) {
    }
}
