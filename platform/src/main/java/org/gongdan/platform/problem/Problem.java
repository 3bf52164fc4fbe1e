package org.gongdan.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * RFC 9457 problem details.
 *
 * @param type     page that explains it, {@code /problems/<code>}
 * @param title    short sentence, the same for every occurrence of the type
 * @param status   HTTP status
 * @param detail   one sentence in the caller's language
 * @param instance path of the request
 * @param traceId  finds the request in the logs
 * @param errors   fields at fault, or null
 */
public record Problem(String type, String title, int status, String detail, String instance, String traceId, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String PAGES = "/problems/";

    static Problem of(String code, int status, Locale locale, String instance, String traceId, List<FieldError> errors,
            Object... arguments) {
        return new Problem(PAGES + code, ProblemTexts.title(code, locale), status, ProblemTexts.detail(code, locale, arguments), instance,
                traceId, errors);
    }

    /** The same for a writer that knows no records; field errors are left out. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("title", title);
        fields.put("status", status);
        fields.put("detail", detail);
        fields.put("instance", instance);
        fields.put("traceId", traceId);
        return fields;
    }

    /** @param field path of the field in the request body, query or header */
    public record FieldError(String field, String message) {
    }
}
