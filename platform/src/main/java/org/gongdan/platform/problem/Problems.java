package org.gongdan.platform.problem;

import java.io.CharConversionException;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.gongdan.platform.retry.Transient;
import org.gongdan.platform.trace.Trace;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

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
            case DomainException.TooMany ignored -> 429;
            case DomainException.StaleVersion ignored -> 412;
            case DomainException.InvalidInput ignored -> 400;
        };
        if (problem instanceof DomainException.InvalidInput input) {
            return answer(status, "invalid-input", input.all().stream()
                    .map(one -> new Problem.FieldError(one.field(), ProblemTexts.detail(one.code(), locale(), one.arguments()))).toList());
        }
        List<Problem.FieldError> errors = problem instanceof DomainException.Rejected rejected && rejected.field() != null
                ? List.of(new Problem.FieldError(rejected.field(), ProblemTexts.detail(problem.code(), locale(), problem.arguments())))
                : null;
        return answer(status, problem.code(), errors, problem.arguments());
    }

    @ServerExceptionMapper
    Response validation(ConstraintViolationException violations) {
        return answer(400, "invalid-input", FieldErrors.of(violations, locale()));
    }

    /** Each by its name: a mapper of the framework for one of them would win over ours for what it extends. */
    @ServerExceptionMapper({JsonProcessingException.class, StreamReadException.class, JsonParseException.class,
            StreamConstraintsException.class,
            InputCoercionException.class, DatabindException.class, JsonMappingException.class, MismatchedInputException.class,
            InvalidFormatException.class,
            UnrecognizedPropertyException.class, InvalidNullException.class, ValueInstantiationException.class,
            InvalidDefinitionException.class,
            InvalidTypeIdException.class, UnfitField.class})
    Response unreadable(JsonProcessingException unreadable) {
        List<Problem.FieldError> errors = FieldErrors.of(unreadable, locale());
        return errors.isEmpty() ? answer(400, "unreadable-body", null) : answer(400, "invalid-input", errors);
    }

    @ServerExceptionMapper
    Response undecodable(CharConversionException ignored) {
        return answer(400, "unreadable-body", null);
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
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json);
            }
            if (cause instanceof DomainException known) {
                return domain(known);
            }
        }
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(failure);
        }
        Response answer = answer(status, codeOf(status), null);
        String allowed = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allowed == null ? answer : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allowed).build();
    }

    static String codeOf(int status) {
        return switch (status) {
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "no-such-address";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> status >= 500 ? "internal" : "bad-request";
        };
    }

    @ServerExceptionMapper
    Response anything(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException known) {
                return domain(known);
            }
            if (cause instanceof org.hibernate.exception.ConstraintViolationException violation
                    && violation.getKind() == ConstraintKind.UNIQUE) {
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
        String traceId = Trace.idOrNew();
        LOG.errorf(failure, "request failed, trace id %s", traceId);
        return answer(500, "internal", null, traceId, new Object[0]);
    }

    private Response answer(int status, String code, List<Problem.FieldError> errors, Object... arguments) {
        return answer(status, code, errors, Trace.idOrNew(), arguments);
    }

    private Response answer(int status, String code, List<Problem.FieldError> errors, String traceId, Object[] arguments) {
        Locale locale = locale();
        Problem problem = Problem.of(code, status, locale, uri.getPath(), traceId, errors, arguments);
        return Response.status(status).type(Problem.MEDIA_TYPE).header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage()).entity(problem)
                .build();
    }

    private Locale locale() {
        return ProblemTexts.choose(headers);
    }
}
