package org.gongdan.generated;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;

/**
 * One request, ready to be sent and to be shown.
 *
 * @param certain whether nobody may take it
 */
record Request(Operation operation, String user, String target, Map<String, String> headers, String body, boolean certain) {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int SHOWN = 1_500;

    HttpRequest toHttp(String address, String token) {
        var request = HttpRequest.newBuilder(URI.create(address + target)).timeout(LONGEST)
                .method(operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    @Override
    public String toString() {
        var shown = body == null ? "" : " " + (body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body);
        return operation.method() + " " + target + " as " + user + " " + headers + shown;
    }
}
