package org.gongdan.generated;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** Says what is wrong with an answer, whatever was asked. */
final class Judge {

    private Judge() {
    }

    static Optional<String> fault(Request request, HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        if (status >= 500) {
            return Optional.of("answered " + status + ": " + text(answer));
        }
        if (status < 400 && request.certain()) {
            return Optional.of("took what nobody may take (" + status + ")");
        }
        return status >= 400 ? problemFault(answer) : Optional.empty();
    }

    private static Optional<String> problemFault(HttpResponse<byte[]> answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            return Optional.of("refused with " + answer.statusCode() + " and no problem document: " + text(answer));
        }
        var problem = json(answer);
        var whole = problem.path("status").asInt() == answer.statusCode() && !problem.path("type").asText("").isEmpty()
                && !problem.path("title").asText("").isEmpty() && !problem.path("detail").asText("").isEmpty();
        return whole ? Optional.empty() : Optional.of("refused with half a problem: " + text(answer));
    }

    static boolean isJson(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json") && answer.body().length > 0;
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        return json(text(answer));
    }

    static JsonNode json(String text) {
        try {
            return Spoiler.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
