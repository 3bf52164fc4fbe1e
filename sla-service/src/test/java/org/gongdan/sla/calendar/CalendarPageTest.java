package org.gongdan.sla.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The worked examples of docs/sla.md are true. */
class CalendarPageTest {

    private static final Pattern BLOCK = Pattern.compile("```json ([a-z-]+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("^\\| ([a-z0-9-]+) \\| (\\d{4}-\\S+) \\| (P\\S+) \\| (\\d{4}-\\S+) \\|",
            Pattern.MULTILINE);

    private final String section = section();

    @TestFactory
    List<DynamicTest> everyRowIsDueWhenThePageSays() {
        Map<String, CalendarContent> calendars = calendars();
        return ROW.matcher(section).results().map(row -> DynamicTest.dynamicTest(row.group(), () -> {
            CalendarContent whole = calendars.get(row.group(1));
            ZoneId zone = whole.zone();
            assertEquals(row.group(4),
                    LocalDateTime.ofInstant(new WorkingCalendar(whole).add(LocalDateTime.parse(row.group(2)).atZone(zone).toInstant(),
                            Duration.parse(row.group(3))), zone).toString());
        })).toList();
    }

    @Test
    void thePageHasExamplesOfEveryCalendar() {
        List<String> used = ROW.matcher(section).results().map(row -> row.group(1)).distinct().sorted().toList();
        assertEquals(calendars().keySet().stream().sorted().toList(), used);
        assertTrue(ROW.matcher(section).results().count() >= 10);
    }

    private Map<String, CalendarContent> calendars() {
        Map<String, CalendarContent> calendars = new HashMap<>();
        calendars.put("office-cn", Examples.officeCn());
        calendars.put("24x7", CalendarJson.read("""
                {"title":"x","zone":"Asia/Shanghai","weeks":[{"hours":{"MONDAY":["00:00-24:00"],"TUESDAY":["00:00-24:00"],"WEDNESDAY":["00:00-24:00"],
                "THURSDAY":["00:00-24:00"],"FRIDAY":["00:00-24:00"],"SATURDAY":["00:00-24:00"],"SUNDAY":["00:00-24:00"]}}]}"""));
        Matcher block = BLOCK.matcher(section);
        while (block.find()) {
            calendars.put(block.group(1),
                    new CalendarFamily(calendars).change(block.group(1), CalendarJson.read(block.group(2))).get(block.group(1)));
        }
        return calendars;
    }

    private static String section() {
        try {
            String page = Files.readString(Path.of("..", "docs", "sla.md"));
            int begin = page.indexOf("\n## Calendars\n");
            int end = page.indexOf("\n## ", begin + 1);
            return page.substring(begin, end < 0 ? page.length() : end);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
