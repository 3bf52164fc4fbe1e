package org.gongdan.generated;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Chooses what is asked next: in four of ten requests by how much it is needed, otherwise what was seldom taken and may be taken now. */
final class Planner {
    private static final int COMPARED = 6;
    private static final int LOOKED_AT = 6;
    /** For what was seldom taken so far. */
    private static final int LOOKED_AT_WHEN_SELDOM = 40;
    private static final int SELDOM = 20;
    /** What ends a thing is asked less often, so that things grow old. */
    private static final Set<String> ENDS = Set.of("cancel", "withdraw", "decline", "refuse", "refused", "absent", "reject", "take-back",
            "erase");
    private static final int PEOPLE = 3;

    private final List<Operation> each;
    private final List<Operation> weighted = new ArrayList<>();
    private final Random random;
    private final Known known;
    private final Experience experience;
    private final UnaryOperator<String> subjects;
    private final Clock clock;

    /** @param subjects id of an account by its name */
    Planner(Apis apis, Random random, Known known, Experience experience, UnaryOperator<String> subjects, Clock clock) {
        this.each = apis.operations();
        this.random = random;
        this.known = known;
        this.experience = experience;
        this.subjects = subjects;
        this.clock = clock;
        each.forEach(operation -> weighted.addAll(Collections.nCopies((int) weight(operation), operation)));
    }

    /** What nobody can work without is asked more often, and reading less often than doing. */
    private static double weight(Operation operation) {
        return switch (operation.toString()) {
            case "POST /api/tickets" -> 30;
            case "POST /api/customers", "POST /api/tickets/{id}/request-visit", "POST /api/tickets/{id}/phone-fix",
                    "POST /api/visits/{id}/schedule", "POST /api/tickets/{id}/acknowledge", "POST /api/tickets/{id}/extend",
                    "POST /api/shifts", "POST /api/agreements" ->
                8;
            case "PUT /api/duties/{code}", "PUT /api/calendars/{name}", "POST /api/webhooks" -> 5;
            // Nobody reports anything of a customer who is withdrawn.
            case "POST /api/customers/{id}/withdraw" -> 0.2;
            default -> operation.isStream() ? 0.2 : operation.isList() ? 4 : operation.reads() ? 1 : 3;
        };
    }

    /** @param last what was done something with just now; null: nothing */
    Plan next(Thing last) {
        if (last != null && random.nextInt(3) > 0) {
            return most(at(last.place()).stream().map(operation -> plan(operation, List.of(last))));
        }
        return random.nextInt(10) < 4 ? plan(weighted.get(random.nextInt(weighted.size())))
                : most(Stream.generate(() -> plan(each.get(random.nextInt(each.size())))).limit(COMPARED));
    }

    /** Reads a thing; null when there is none, or no operation that does. */
    Plan lookAt(Thing thing) {
        return thing == null ? null : at(thing.place()).stream().filter(operation -> operation.reads() && operation.path().endsWith("}"))
                .findFirst().map(operation -> plan(operation, List.of(thing))).orElse(null);
    }

    private List<Operation> at(String place) {
        return each.stream().filter(operation -> place.equals(Places.named(operation.path()))).toList();
    }

    private Plan most(Stream<Plan> plans) {
        return plans.max((one, other) -> Double.compare(use(one), use(other))).orElseThrow();
    }

    private double use(Plan plan) {
        var operation = plan.operation();
        var ends = operation.method().equals("DELETE") || ENDS.contains(operation.path().substring(operation.path().lastIndexOf('/') + 1));
        return plan.chance() * weight(operation) / (1 + experience.taken(operation)) / (ends ? 4 : 1);
    }

    /** One of four looks at one thing only, so that what was refused is tried again when the world has changed. */
    private Plan plan(Operation operation) {
        var place = Places.named(operation.path());
        var many = random.nextInt(4) == 0 ? 1 : experience.taken(operation) < SELDOM ? LOOKED_AT_WHEN_SELDOM : LOOKED_AT;
        return plan(operation, place == null ? List.of() : known.some(place, many, random));
    }

    private Plan plan(Operation operation, List<Thing> things) {
        var may = random.nextInt(25) == 0 ? List.of(People.anybody(random)) : some(People.of(operation));
        var plans = new ArrayList<Plan>();
        if (things.isEmpty()) {
            may.forEach(user -> plans.add(plan(operation, user, null)));
        }
        things.forEach(thing -> may.forEach(user -> plans.add(plan(operation, user, thing))));
        Collections.shuffle(plans, random);
        return plans.stream().max((one, other) -> Double.compare(one.chance(), other.chance())).orElseThrow();
    }

    private List<String> some(List<String> people) {
        var some = new ArrayList<>(people);
        Collections.shuffle(some, random);
        return some.subList(0, Math.min(PEOPLE, some.size()));
    }

    private Plan plan(Operation operation, String user, Thing about) {
        var traits = new ArrayList<String>();
        traits.add("by " + user);
        traits.add(about == null ? "about nothing" : "about something");
        if (about != null) {
            traits.addAll(about.traits(new Thing.Person(user, subjects.apply(user)), clock.instant()));
        }
        return new Plan(operation, user, about, traits, experience.chance(operation, traits));
    }
}
