package org.gongdan.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.gongdan.platform.problem.DomainException.IllegalTransition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisitStatusTest {

    /** One row per state, one column per next state, in the order of the enum; x = possible. */
    private static final String MATRIX = """
            ORDERED   . x . . . . . . . . x
            SCHEDULED x x x . . . . . . . x
            ACCEPTED  x x . x . . x . . . x
            DEPARTED  . x . . x x x . . . x
            STARTED   . . . . . x x x . . x
            ABSENT    . x . . . . . . . . x
            REFUSED   . x . . . . . . . . x
            COMPLETED . . . . . . . . x . .
            SIGNED    . . . . . . . . . x .
            SUBMITTED . . . . . . . . . . .
            CANCELLED . . . . . . . . . . .
            """;

    /** Every command and the states in which it is allowed. */
    private static Map<String, Set<VisitStatus>> allowed() {
        Map<String, Set<VisitStatus>> allowed = new LinkedHashMap<>();
        allowed.put("schedule", EnumSet.of(VisitStatus.ORDERED));
        allowed.put("reschedule",
                EnumSet.of(VisitStatus.SCHEDULED, VisitStatus.ACCEPTED, VisitStatus.DEPARTED, VisitStatus.ABSENT, VisitStatus.REFUSED));
        allowed.put("reassign", EnumSet.of(VisitStatus.SCHEDULED, VisitStatus.ACCEPTED));
        allowed.put("accept", EnumSet.of(VisitStatus.SCHEDULED));
        allowed.put("decline", EnumSet.of(VisitStatus.SCHEDULED, VisitStatus.ACCEPTED));
        allowed.put("delay", EnumSet.of(VisitStatus.SCHEDULED, VisitStatus.ACCEPTED, VisitStatus.DEPARTED));
        allowed.put("depart", EnumSet.of(VisitStatus.ACCEPTED));
        allowed.put("arrive", EnumSet.of(VisitStatus.DEPARTED));
        allowed.put("complete", EnumSet.of(VisitStatus.STARTED));
        allowed.put("absent", EnumSet.of(VisitStatus.DEPARTED, VisitStatus.STARTED));
        allowed.put("refuse", EnumSet.of(VisitStatus.ACCEPTED, VisitStatus.DEPARTED, VisitStatus.STARTED));
        allowed.put("requestSignature", EnumSet.of(VisitStatus.COMPLETED));
        allowed.put("sign", EnumSet.of(VisitStatus.COMPLETED));
        allowed.put("submit", EnumSet.of(VisitStatus.SIGNED));
        allowed.put("cancel",
                EnumSet.of(VisitStatus.ORDERED, VisitStatus.SCHEDULED, VisitStatus.ACCEPTED, VisitStatus.DEPARTED, VisitStatus.STARTED,
                        VisitStatus.ABSENT, VisitStatus.REFUSED));
        return allowed;
    }

    private static Consumer<Visit> command(String name) {
        return switch (name) {
            case "schedule" -> visit -> visit.schedule(VisitMother.ENGINEER, VisitMother.WINDOW, VisitMother.NOW);
            case "reschedule" -> visit -> visit.reschedule(VisitMother.ENGINEER, VisitMother.LATER, "客户要求", "刘店长", VisitMother.NOW);
            case "reassign" -> visit -> visit.reassign(VisitMother.COLLEAGUE, "生病", VisitMother.NOW);
            case "accept" -> visit -> visit.accept(VisitMother.NOW);
            case "decline" -> visit -> visit.decline("生病", VisitMother.NOW);
            case "delay" -> visit -> visit.delay(VisitMother.LATER, DelayReason.TRAFFIC, VisitMother.NOW, VisitMother.NOW);
            case "depart" -> visit -> visit.depart(VisitMother.READY, VisitMother.NOW);
            case "arrive" -> visit -> visit.arrive(null, null, VisitMother.NOW);
            case "complete" -> visit -> visit.complete(VisitMother.CHECKLIST, "w", Outcome.FIXED, null, null, VisitMother.NOW);
            case "absent" -> visit -> visit.absent("无人", VisitMother.NOW);
            case "refuse" -> visit -> visit.refuse("拒绝", VisitMother.NOW);
            case "requestSignature" -> visit -> visit.requestSignature(VisitMother.NOW, VisitMother.NOW);
            case "sign" -> visit -> visit.sign("hash", VisitMother.NOW);
            case "submit" -> visit -> visit.submit(VisitMother.NOW);
            default -> visit -> visit.cancel("取消", VisitMother.NOW);
        };
    }

    static Stream<Arguments> everyCommandInEveryState() {
        return allowed().entrySet().stream().flatMap(command -> Arrays.stream(VisitStatus.values())
                .map(state -> Arguments.of(command.getKey(), state, command.getValue().contains(state))));
    }

    @Test
    void everyPairOfStatesIsPossibleOrNotAsTheMatrixSays() {
        assertEquals(MATRIX, Arrays.stream(VisitStatus.values()).map(VisitStatusTest::row).collect(Collectors.joining()));
    }

    @ParameterizedTest
    @MethodSource("everyCommandInEveryState")
    void everyCommandIsCarriedOutOrRefusedInEveryState(String name, VisitStatus state, boolean possible) {
        // Given
        Visit visit = VisitMother.in(state);

        // When
        Consumer<Visit> command = command(name);

        // Then
        if (possible) {
            command.accept(visit);
        } else {
            assertThrows(IllegalTransition.class, () -> command.accept(visit));
            assertEquals(state, visit.status);
        }
    }

    private static String row(VisitStatus from) {
        return "%-9s ".formatted(from)
                + Arrays.stream(VisitStatus.values()).map(to -> from.canBecome(to) ? "x" : ".").collect(Collectors.joining(" ")) + "\n";
    }
}
