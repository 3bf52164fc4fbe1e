package org.gongdan.generated;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One request, ready to be sent and to be shown.
 *
 * @param keys    what stands in the braces of its path
 * @param telling whether its outcome tells something of the plan: nothing in it is odd
 * @param certain whether nobody may take it
 */
record Request(Plan plan, String target, List<String> keys, Map<String, String> headers, String body, boolean telling, boolean certain) {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int SHOWN = 1_500;

    HttpRequest toHttp(String address, String token) {
        var request = HttpRequest.newBuilder(URI.create(address + target)).timeout(LONGEST)
                .method(operation().method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    Operation operation() {
        return plan.operation();
    }

    @Override
    public String toString() {
        var shown = body == null ? "" : " " + (body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body);
        return operation().method() + " " + target + " as " + plan.user() + " " + headers + shown;
    }
}
