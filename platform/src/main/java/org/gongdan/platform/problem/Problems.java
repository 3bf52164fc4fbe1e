package org.gongdan.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.gongdan.platform.tx.Transient;
import org.gongdan.platform.web.Trace;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

/** Turns every failure of a request into one RFC 9457 problem in the caller's language; no stack trace leaves the service. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int RETRY_SECONDS = 2;
    /** PostgreSQL's answer to U+0000 in a parameter; bodies are checked when they are read, query parameters only here. */
    private static final String UNSTORABLE_TEXT = "22021";

    @Inject
    HttpHeaders headers;

    @Inject
    UriInfo uri;

    @ServerExceptionMapper
    Response domain(DomainException problem) {
        int status = switch (problem) {
            case DomainException.NotFound ignored -> 404;
            case DomainException.IllegalTransition ignored -> 409;
            case DomainException.Conflict ignored -> 409;
            case DomainException.Rejected ignored -> 422;
            case DomainException.Forbidden ignored -> 403;
            case DomainException.Gone ignored -> 410;
            case DomainException.StaleVersion ignored -> 412;
            case DomainException.InvalidInput ignored -> 400;
        };
        if (problem instanceof DomainException.InvalidInput input) {
            String message = ProblemTexts.detail(problem.code(), locale(), problem.arguments());
            return answer(status, "invalid-input", List.of(new Problem.FieldError(input.field(), message)));
        }
        List<Problem.FieldError> errors = problem instanceof DomainException.Rejected rejected && rejected.field() != null
                ? List.of(new Problem.FieldError(rejected.field(), ProblemTexts.detail(problem.code(), locale(), problem.arguments())))
                : null;
        return answer(status, problem.code(), errors, problem.arguments());
    }

    @ServerExceptionMapper
    Response validation(ConstraintViolationException violations) {
        List<Problem.FieldError> errors = violations.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(fieldOf(violation.getPropertyPath().toString()),
                        ProblemTexts.sentence(violation.getMessage(), locale())))
                .sorted(java.util.Comparator.comparing(Problem.FieldError::field)).toList();
        return answer(400, "invalid-input", errors);
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException unreadable) {
        if (unreadable instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().stream().map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                    .reduce((a, b) -> b.startsWith("[") ? a + b : a + "." + b).orElse("");
            String value = mapping instanceof InvalidFormatException format ? String.valueOf(format.getValue()) : field;
            return answer(400, "invalid-input", List.of(new Problem.FieldError(field, ProblemTexts.detail("malformed-value", locale(), value))));
        }
        return answer(400, "unreadable-body", null, unreadable.getOriginalMessage());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException ignored) {
        return Response.fromResponse(answer(401, "unauthenticated", null)).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException ignored) {
        return answer(403, "forbidden", null);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        int status = failure.getResponse().getStatus();
        String code = switch (status) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "no-such-address";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> status >= 500 ? "internal" : "bad-request";
        };
        return status >= 500 ? unexpected(failure) : answer(status, code, null);
    }

    @ServerExceptionMapper
    Response anything(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException known) {
                return domain(known);
            }
            if (cause instanceof org.hibernate.exception.ConstraintViolationException violation && violation.getKind() == ConstraintKind.UNIQUE) {
                return answer(409, "already-exists", null);
            }
        }
        if (UNSTORABLE_TEXT.equals(Transient.sqlState(failure))) {
            return answer(400, "bad-request", null);
        }
        if (Transient.databaseIsAway(failure)) {
            LOG.warnf("database away: %s", failure.toString());
            return Response.fromResponse(answer(503, "unavailable", null)).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
        }
        if (failure instanceof OIDCException) {
            LOG.warnf("identity provider away: %s", failure.toString());
            return Response.fromResponse(answer(503, "identity-unavailable", null)).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
        }
        if (Transient.is(failure)) {
            return answer(409, "concurrent-change", null);
        }
        return unexpected(failure);
    }

    private Response unexpected(Throwable failure) {
        String traceId = traceId();
        LOG.errorf(failure, "request failed, trace id %s", traceId);
        return answer(500, "internal", null, traceId, new Object[0]);
    }

    private Response answer(int status, String code, List<Problem.FieldError> errors, Object... arguments) {
        return answer(status, code, errors, traceId(), arguments);
    }

    private Response answer(int status, String code, List<Problem.FieldError> errors, String traceId, Object[] arguments) {
        Locale locale = locale();
        Problem problem = new Problem("urn:gongdan:problem:" + code, ProblemTexts.title(code, locale), status,
                ProblemTexts.detail(code, locale, arguments), uri.getPath(), traceId, errors);
        return Response.status(status).type(Problem.MEDIA_TYPE).header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage()).entity(problem).build();
    }

    private Locale locale() {
        return ProblemTexts.choose(headers.getAcceptableLanguages());
    }

    private static String traceId() {
        String current = Trace.id();
        return current != null ? current : UUID.randomUUID().toString().replace("-", "");
    }

    /** "open.request.summary" → "summary": callers know their body, not our method names. */
    private static String fieldOf(String path) {
        String[] parts = path.split("\\.", 3);
        return parts.length == 3 ? parts[2] : parts[parts.length - 1];
    }
}
