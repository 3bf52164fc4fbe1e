package org.gongdan.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The sums of docs/scaling.md follow from the figures that it names. */
class ScalingTest {

    private static final String PAGE = Sources.text(Command.ROOT.resolve("docs/scaling.md"));
    private static final Pattern ROW = Pattern
            .compile("(?m)^\\| ([\\d,]+) \\| ([\\d.]+), ([\\d.]+), ([\\d.,]+) \\| ([\\d.]+)[^|]*\\| ([\\d.]+) \\|");

    @Test
    void everyRowIsReckonedFromTheCostsAbove() {
        // Given
        double command = figure("a command with all that follows[^|]*\\| ([\\d.]+) ms"),
                question = figure("a question[^|]*\\| ([\\d.]+) ms");
        double gateway = figure("through the gateway[^|]*\\| ([\\d.]+) ms"), idle = figure("nothing at all[^|]*\\| ([\\d.]+) cores");
        double perSecond = number(first("tickets a day / ([\\d,]+)"));

        // When
        var rows = ROW.matcher(PAGE).results().toList();

        // Then
        assertEquals(5, rows.size());
        for (MatchResult row : rows) {
            double tickets = number(row.group(1)) / perSecond;
            near(tickets, row.group(2));
            near(12 * tickets, row.group(3));
            near(100 * tickets, row.group(4));
            double cores = (12 * tickets * (command + gateway) + 100 * tickets * (question + gateway)) / 1000;
            assertTrue(Stream.of(cores, cores + idle).anyMatch(sum -> Math.abs(sum - number(row.group(5))) <= Math.max(0.05, sum * 0.02)),
                    row.group());
        }
    }

    /** As far as it is written out. */
    private static void near(double reckoned, String written) {
        assertTrue(Math.abs(reckoned - number(written)) <= Math.max(0.05 * reckoned, 0.0005), written + " should be " + reckoned);
    }

    private static double figure(String pattern) {
        return Double.parseDouble(first(pattern));
    }

    private static String first(String pattern) {
        return Pattern.compile(pattern).matcher(PAGE).results().findFirst().orElseThrow(() -> new AssertionError(pattern)).group(1);
    }

    private static double number(String written) {
        return Double.parseDouble(written.replace(",", ""));
    }
}
