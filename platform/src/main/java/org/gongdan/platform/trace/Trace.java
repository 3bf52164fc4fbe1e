package org.gongdan.platform.trace;

import java.util.UUID;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The W3C trace context of the work at hand. */
public final class Trace {

    private Trace() {
    }

    /** {@code traceparent} of the current span, or null when tracing is off. */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex() : null;
    }

    /** Trace id of the current span, or null when tracing is off. */
    public static String id() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }

    /** Trace id of the current span, or a new one that finds the request in the logs as well. */
    public static String idOrNew() {
        String current = id();
        return current != null ? current : UUID.randomUUID().toString().replace("-", "");
    }
}
