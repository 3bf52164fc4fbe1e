package org.gongdan.dispatch.roster;

import static org.gongdan.dispatch.roster.ShiftMother.BEFORE;
import static org.gongdan.dispatch.roster.ShiftMother.END;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
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

class ShiftStatusTest {

    /** One row per state, one column per next state, in the order of the enum; x = possible. */
    private static final String MATRIX = """
            DRAFTED       . x . . .
            PUBLISHED     . . x . x
            SWAP_ASKED    . x . x x
            SWAP_ACCEPTED . x . . x
            WITHDRAWN     . . . . .
            """;
    private static final String HANDOVER = """
            OPEN     . x . .
            WRITTEN  . x x x
            ACCEPTED . . . .
            REFUSED  . x . .
            """;

    private static final Set<ShiftStatus> KNOWN = EnumSet.of(ShiftStatus.PUBLISHED, ShiftStatus.SWAP_ASKED, ShiftStatus.SWAP_ACCEPTED);

    private static Map<String, Set<ShiftStatus>> allowed() {
        Map<String, Set<ShiftStatus>> allowed = new LinkedHashMap<>();
        allowed.put("publish", EnumSet.of(ShiftStatus.DRAFTED));
        allowed.put("withdraw", KNOWN);
        allowed.put("askSwap", EnumSet.of(ShiftStatus.PUBLISHED));
        allowed.put("acceptSwap", EnumSet.of(ShiftStatus.SWAP_ASKED));
        allowed.put("approveSwap", EnumSet.of(ShiftStatus.SWAP_ACCEPTED));
        allowed.put("dropSwap", EnumSet.of(ShiftStatus.SWAP_ASKED, ShiftStatus.SWAP_ACCEPTED));
        allowed.put("writeHandover", KNOWN);
        return allowed;
    }

    private static Consumer<Shift> command(String name) {
        return switch (name) {
            case "publish" -> shift -> shift.publish("dispatcher", BEFORE);
            case "withdraw" -> shift -> shift.withdraw("r", "dispatcher", BEFORE);
            case "askSwap" -> shift -> shift.askSwap("engineer", "r", "agent", BEFORE);
            case "acceptSwap" -> shift -> shift.acceptSwap("engineer", BEFORE);
            case "approveSwap" -> shift -> shift.approveSwap("dispatcher", BEFORE);
            case "dropSwap" -> shift -> shift.dropSwap("dispatcher", null, BEFORE);
            default -> shift -> shift.writeHandover("n", List.of(), "agent", END);
        };
    }

    static Stream<Arguments> everyCommandInEveryState() {
        return allowed().entrySet().stream().flatMap(command -> Arrays.stream(ShiftStatus.values())
                .map(state -> Arguments.of(command.getKey(), state, command.getValue().contains(state))));
    }

    static Stream<Arguments> everyAnswerInEveryState() {
        Map<String, Set<HandoverStatus>> allowed = Map.of("write",
                EnumSet.of(HandoverStatus.OPEN, HandoverStatus.WRITTEN, HandoverStatus.REFUSED),
                "accept", EnumSet.of(HandoverStatus.WRITTEN), "refuse", EnumSet.of(HandoverStatus.WRITTEN));
        return allowed.entrySet().stream().flatMap(command -> Arrays.stream(HandoverStatus.values())
                .map(state -> Arguments.of(command.getKey(), state, command.getValue().contains(state))));
    }

    @Test
    void everyPairOfStatesIsPossibleOrNotAsTheMatrixSays() {
        assertEquals(MATRIX, Arrays.stream(ShiftStatus.values()).map(from -> "%-13s ".formatted(from)
                + Arrays.stream(ShiftStatus.values()).map(to -> from.canBecome(to) ? "x" : ".").collect(Collectors.joining(" ")) + "\n")
                .collect(Collectors.joining()));
        assertEquals(HANDOVER, Arrays.stream(HandoverStatus.values()).map(from -> "%-8s ".formatted(from)
                + Arrays.stream(HandoverStatus.values()).map(to -> from.canBecome(to) ? "x" : ".").collect(Collectors.joining(" ")) + "\n")
                .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @MethodSource("everyCommandInEveryState")
    void everyCommandIsCarriedOutOrRefusedInEveryState(String name, ShiftStatus state, boolean possible) {
        // Given
        Shift shift = ShiftMother.in(state);

        // When
        Consumer<Shift> command = command(name);

        // Then
        if (possible) {
            command.accept(shift);
        } else {
            assertThrows(IllegalTransition.class, () -> command.accept(shift));
            assertEquals(state, shift.status);
        }
    }

    @ParameterizedTest
    @MethodSource("everyAnswerInEveryState")
    void everyHandOverIsCarriedOutOrRefusedInEveryState(String name, HandoverStatus state, boolean possible) {
        // Given
        Shift shift = ShiftMother.in(state);

        // When
        Consumer<Shift> command = switch (name) {
            case "write" -> written -> written.writeHandover("n", List.of(), "agent", END);
            case "accept" -> written -> written.acceptHandover("engineer", END);
            default -> written -> written.refuseHandover("r", "engineer", END);
        };

        // Then
        if (possible) {
            command.accept(shift);
        } else {
            assertThrows(IllegalTransition.class, () -> command.accept(shift));
            assertEquals(state, shift.handover);
        }
    }
}
