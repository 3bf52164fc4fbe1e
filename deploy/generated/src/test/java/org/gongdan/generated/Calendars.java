package org.gongdan.generated;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/** Holiday notices as calendar files, sound and less so. */
final class Calendars {
    private static final List<String> SUMMARIES = List.of("【休】国庆节", "【班】国庆节调休", "元旦（休）", "国庆节调休", "Public holiday", "", "\u0000",
            "補班");

    private Calendars() {
    }

    static String notice(Random random) {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//CN\r\n");
        for (var event = random.nextInt(4); event > 0; event--) {
            var day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
            text.append("BEGIN:VEVENT\r\nUID:").append(random.nextInt(5))
                    .append("\r\nDTSTART;VALUE=DATE:").append(day.format(DateTimeFormatter.BASIC_ISO_DATE))
                    .append("\r\nSUMMARY:").append(SUMMARIES.get(random.nextInt(SUMMARIES.size()))).append("\r\n")
                    .append(List.of("", "STATUS:CANCELLED\r\n", "RRULE:FREQ=DAILY\r\n", "DURATION:P3D\r\n").get(random.nextInt(4)))
                    .append("END:VEVENT\r\n");
        }
        return text.append(random.nextInt(10) == 0 ? "" : "END:VCALENDAR\r\n").toString();
    }
}
