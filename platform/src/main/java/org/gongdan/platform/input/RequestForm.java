package org.gongdan.platform.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.problem.FrontProblem;
import org.gongdan.platform.problem.ProblemTexts;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The first to see a request. What the frameworks behind would stumble over is answered here, with a problem: an address or a header that
 * cannot be read, a token that is none. The languages a caller would like are replaced by the one he gets, and the media types by those
 * that can be read, so that
 * nobody has to read them again.
 */
@ApplicationScoped
class RequestForm {

    private static final int BEFORE_EVERYBODY = 10_000;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHENTICATED = 401;
    private static final int TOO_LARGE = 413;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final long largest;

    RequestForm(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.largest = largest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYBODY);
    }

    private void check(RoutingContext rc) {
        HttpServerRequest request = rc.request();
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        List<String> languages = request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE);
        if (!languages.isEmpty()) {
            request.headers().set(HttpHeaders.ACCEPT_LANGUAGE, ProblemTexts.choose(String.join(",", languages)).getLanguage());
        }
        List<String> accept = request.headers().getAll(HttpHeaders.ACCEPT);
        String accepted = accept.isEmpty() ? "" : MediaTypes.accepted(accept);
        if (accepted != null && !accept.isEmpty()) {
            request.headers().set(HttpHeaders.ACCEPT, accepted.isEmpty() ? "*/*" : accepted);
        }
        if (!isReadable(request.uri())) {
            FrontProblem.answer(rc, BAD_REQUEST, "address-malformed");
        } else if (accepted == null) {
            FrontProblem.answer(rc, NOT_ACCEPTABLE, "not-acceptable");
        } else if (!MediaTypes.isBody(request.headers().getAll(HttpHeaders.CONTENT_TYPE), hasBody(request))) {
            FrontProblem.answer(rc, UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type");
        } else if (!request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream().allMatch(RequestForm::isAsItIs)) {
            FrontProblem.answer(rc, UNSUPPORTED_MEDIA_TYPE, "unsupported-content-encoding");
        } else if (isTooLarge(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            rc.response().putHeader("Connection", "close");
            FrontProblem.answer(rc, TOO_LARGE, "too-large");
            rc.request().connection().close();
        } else if (Bearer.isMeant(authorization) && !Bearer.isSigned(authorization)) {
            rc.response().putHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            FrontProblem.answer(rc, UNAUTHENTICATED, "unauthenticated");
        } else {
            rc.next();
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.headers().contains("Transfer-Encoding") : !length.equals("0");
    }

    /** Nobody unpacks bodies here, so one that says it is packed would be read as something else. */
    private static boolean isAsItIs(String encoding) {
        return encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity");
    }

    private boolean isTooLarge(String length) {
        try {
            return length != null && Long.parseLong(length) > largest;
        } catch (NumberFormatException beyondAllNumbers) {
            return true;
        }
    }

    /** Percent signs introduce bytes, and those bytes are UTF-8. */
    private static boolean isReadable(String address) {
        int first = address.indexOf('%');
        if (first < 0) {
            return isAscii(address);
        }
        ByteBuffer bytes = ByteBuffer.allocate(address.length());
        for (int at = 0; at < address.length(); at++) {
            char letter = address.charAt(at);
            if (letter == '%') {
                int high = at + 2 < address.length() ? Character.digit(address.charAt(at + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(address.charAt(at + 2), 16);
                if (low < 0) {
                    return false;
                }
                bytes.put((byte) (high * 16 + low));
                at += 2;
            } else {
                bytes.put((byte) letter);
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return isAscii(address);
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static boolean isAscii(String address) {
        for (int at = 0; at < address.length(); at++) {
            if (address.charAt(at) <= ' ' || address.charAt(at) >= 0x7F) {
                return false;
            }
        }
        return true;
    }
}
