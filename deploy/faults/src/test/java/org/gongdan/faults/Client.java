package org.gongdan.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.gongdan.faults.History.Command;
import org.gongdan.faults.History.Outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** A client of ticket-service as we ask ours to be: one Idempotency-Key per command, the same one at every further try. */
public final class Client {
    /** Long enough for a process that was killed to come back on a machine that has other things to do. */
    private static final Duration PERSISTENCE = Duration.ofSeconds(180);

    public final Random random;
    private final Surroundings platform;
    private final History history;
    private final double insistence;

    /** @param insistence share of the commands that are tried again until there is an answer */
    Client(Surroundings platform, History history, Random random, double insistence) {
        this.platform = platform;
        this.history = history;
        this.random = random;
        this.insistence = insistence;
    }

    private record Answer(int status, String text, JsonNode body) {
        boolean refused() {
            return text.equals("refused");
        }

        boolean done() {
            return status >= 200 && status < 300;
        }

        boolean worthAnotherTry() {
            return status == 0 || status >= 500 || text.equals("409 concurrent-change");
        }
    }

    Command perform(String name, String path, Map<String, ?> body) throws InterruptedException {
        var key = new UUID(random.nextLong(), random.nextLong()).toString();
        return perform(key, name, path, body);
    }

    Command perform(String key, String name, String path, Map<String, ?> body) throws InterruptedException {
        var insists = random.nextDouble() < insistence;
        var answers = new ArrayList<String>();
        var mayBeDone = false;
        var begin = Instant.now();
        history.invoked(key, name, path);
        while (true) {
            var answer = attempt(key, path, body);
            answers.add(answer.text());
            mayBeDone |= answer.status() == 0 && !answer.refused() || answer.status() >= 500;
            var more = insists && answer.worthAnotherTry() && begin.plus(PERSISTENCE).isAfter(Instant.now());
            if (!more) {
                // Had an earlier try been done, its key would have been answered as it was then: a refusal says that none was.
                var outcome = answer.done() ? Outcome.OK : mayBeDone && answer.worthAnotherTry() ? Outcome.UNKNOWN : Outcome.FAILED;
                var ticket = answer.done() ? UUID.fromString(answer.body().path("id").textValue()) : null;
                var version = answer.done() ? answer.body().path("version").longValue() : null;
                var command = new Command(key, name, ticket, version, outcome, answers, begin, Instant.now());
                history.ended(command);
                return command;
            }
            TimeUnit.MILLISECONDS.sleep(random.nextLong(100, 400));
        }
    }

    private Answer attempt(String key, String path, Map<String, ?> body) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(platform.ticketAddress() + path)).timeout(platform.patience())
                    .header("Authorization", "Bearer " + platform.token("agent")).header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(Platform.JSON.writeValueAsString(body))).build();
            return read(platform.http().send(request, BodyHandlers.ofString()));
        } catch (ConnectException e) {
            return new Answer(0, "refused", null);
        } catch (IOException e) {
            return new Answer(0, "lost " + e.getClass().getSimpleName(), null);
        }
    }

    private static Answer read(HttpResponse<String> answer) {
        var status = answer.statusCode();
        var type = answer.headers().firstValue("Content-Type").orElse("no type");
        try {
            if (status < 300) {
                var replayed = answer.headers().firstValue("Idempotency-Replayed").isPresent();
                return new Answer(status, status + (replayed ? " replayed" : ""), Platform.JSON.readTree(answer.body()));
            }
            if (!type.startsWith("application/problem+json")) {
                return new Answer(status, status + " no problem but " + type, null);
            }
            var problem = Platform.JSON.readTree(answer.body());
            return new Answer(status, status + " " + problem.path("type").textValue().replace("/problems/", ""), problem);
        } catch (JsonProcessingException e) {
            return new Answer(status, status + " unreadable", null);
        }
    }
}
