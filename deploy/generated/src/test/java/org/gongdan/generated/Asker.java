package org.gongdan.generated;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Sends requests one after the other and learns from the answers. */
final class Asker {
    /** Refused since the thing has changed, or is not in the state for it. */
    private static final Set<Integer> OUTDATED = Set.of(409, 412);
    /** Refused for what the request said, not for what it was about. */
    private static final Set<Integer> TELLS_NOTHING = Set.of(400, 412);

    private final Platform platform;
    private final World world;
    private final Results results;
    private final Planner planner;
    private final Composer composer;
    /** What the last request was about, if it was taken: whoever did something mostly goes on with it. */
    private Thing last;

    /** What the askers know together. */
    record World(Known known, Experience experience, Bodies bodies) {

        static World of(Apis apis) {
            return new World(new Known(Places.of(apis)), new Experience(), new Bodies());
        }
    }

    Asker(Platform platform, Apis apis, World world, Results results, long seed) {
        this.platform = platform;
        this.world = world;
        this.results = results;
        var random = new Random(seed);
        planner = new Planner(apis, random, world.known(), world.experience(), platform::subject, Clock.systemUTC());
        composer = new Composer(random, world.known(), world.bodies(), Clock.systemUTC());
    }

    void askWhile(BooleanSupplier more) {
        while (more.getAsBoolean()) {
            var request = composer.of(planner.next(last));
            try {
                last = ask(request);
            } catch (IOException e) {
                results.noteSilence(request, e);
            }
        }
    }

    /** @return what it was about when it was taken, else null */
    private Thing ask(Request request) throws IOException {
        var before = System.nanoTime();
        var answer = platform.send(request);
        results.note(request, answer, System.nanoTime() - before);
        var taken = answer.statusCode() < 300;
        if (taken || request.telling() && !TELLS_NOTHING.contains(answer.statusCode())) {
            world.experience().note(request.operation(), request.plan().traits(), taken);
        }
        if (taken) {
            return learn(request, answer);
        }
        return OUTDATED.contains(answer.statusCode()) ? lookAgain(request.plan()) : null;
    }

    private Thing learn(Request request, HttpResponse<byte[]> answer) throws IOException {
        var operation = request.operation();
        world.bodies().keep(operation, request.body());
        if (operation.method().equals("DELETE")) {
            world.known().forget(Places.named(operation.path()), request.keys());
            return null;
        }
        var told = Judge.isJson(answer) ? world.known().hear(operation.path(), request.keys(), Judge.json(answer),
                answer.headers().firstValue("ETag").orElse(null)) : null;
        return told == null && !operation.reads() ? lookAgain(request.plan()) : told;
    }

    /** Whoever changed a thing, or is told that it is not as he thought, looks at it, as people do. */
    private Thing lookAgain(Plan plan) throws IOException {
        var look = planner.lookAt(plan.about());
        return look == null ? null : ask(composer.of(look));
    }
}
