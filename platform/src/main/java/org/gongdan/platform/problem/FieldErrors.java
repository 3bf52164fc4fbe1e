package org.gongdan.platform.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Which fields of a request are at fault, and why. */
final class FieldErrors {

    private static final int LONGEST_VALUE = 100;

    private FieldErrors() {
    }

    static List<Problem.FieldError> of(ConstraintViolationException violations, Locale locale) {
        return violations.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(fieldOf(violation.getPropertyPath().toString()), message(violation, locale)))
                .sorted(Comparator.comparing(Problem.FieldError::field)).toList();
    }

    /** @return none when it is not about a field but about the body as a whole */
    static List<Problem.FieldError> of(JsonProcessingException unreadable, Locale locale) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException.InvalidInput input) {
                return List.of(new Problem.FieldError(input.field(), ProblemTexts.detail(input.code(), locale, input.arguments())));
            }
        }
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamReadException read && read.getOriginalMessage().startsWith("Duplicate field")
                    && read.getProcessor() != null) {
                String pointer = read.getProcessor().getParsingContext().pathAsPointer().toString();
                return List.of(new Problem.FieldError(dotted(pointer), ProblemTexts.detail("field-twice", locale)));
            }
        }
        if (!(unreadable instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return List.of();
        }
        String field = mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .reduce((a, b) -> b.startsWith("[") ? a + b : a + "." + b).orElse("");
        return List.of(new Problem.FieldError(field, sentence(mapping, field, locale)));
    }

    private static String sentence(JsonMappingException fault, String field, Locale locale) {
        return switch (fault) {
            case UnfitField unfit -> ProblemTexts.detail(unfit.code(), locale, unfit.arguments());
            case UnrecognizedPropertyException unknown -> ProblemTexts.detail("field-unknown", locale, names(unknown));
            case InvalidNullException ignored -> ProblemTexts.detail("null-in-list", locale);
            case InvalidFormatException format ->
                ProblemTexts.detail("malformed-value", locale, shortened(String.valueOf(format.getValue())));
            default -> ProblemTexts.detail("malformed-value", locale, field);
        };
    }

    /** "/sites/0/name" → "sites[0].name" */
    private static String dotted(String pointer) {
        return pointer.replaceAll("/(\\d+)", "[$1]").replaceFirst("^/", "").replace('/', '.');
    }

    private static String names(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null ? ""
                : String.join(", ", new TreeSet<>(unknown.getKnownPropertyIds().stream().map(String::valueOf).toList()));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    /** Our own constraints name a sentence of the bundles. */
    private static String message(ConstraintViolation<?> violation, Locale locale) {
        String template = violation.getMessageTemplate();
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        return ProblemTexts.knows(template) ? ProblemTexts.detail(template, locale, attributes.get("max")) : violation.getMessage();
    }

    /** "open.request.summary" → "summary": callers know their body, not our method names. */
    private static String fieldOf(String path) {
        String[] parts = path.split("\\.", 3);
        String last = parts[parts.length - 1];
        return parts.length == 2 && last.equals("request") ? "body" : last;
    }
}
