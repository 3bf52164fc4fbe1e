package org.gongdan.sla.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Random calendars, and instants that lie close to what is hard about them. */
public final class AnyCalendar {

    private static final List<ZoneId> ZONES = List
            .of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo",
                    "Asia/Beirut", "Pacific/Apia", "Asia/Kathmandu", "Africa/Casablanca", "UTC")
            .stream().map(ZoneId::of).toList();
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final int DAYS = 13 * 365;

    private final Random random;
    private final CalendarContent content;

    private AnyCalendar(long seed) {
        random = new Random(seed);
        content = content();
    }

    public static AnyCalendar of(long seed) {
        return new AnyCalendar(seed);
    }

    public CalendarContent data() {
        return content;
    }

    public Calendar calendar() {
        return new WorkingCalendar(content);
    }

    /** A whole minute; often of a day on which the zone's offset changes, or of a special day. */
    public Instant minute() {
        Instant any = FIRST.plusDays(random.nextInt(DAYS)).atStartOfDay(content.zone()).toInstant();
        int choice = random.nextInt(3);
        if (choice == 0 && content.zone().getRules().nextTransition(any) != null) {
            any = content.zone().getRules().nextTransition(any).getInstant().minusSeconds(12 * 3600);
        } else if (choice == 1 && !content.days().isEmpty()) {
            any = content.days().get(random.nextInt(content.days().size())).date().atStartOfDay(content.zone()).toInstant();
        }
        return Instant.ofEpochSecond(Math.floorDiv(any.getEpochSecond(), 60) * 60 + random.nextInt(24 * 60) * 60L);
    }

    private CalendarContent content() {
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        List<WeekPattern> weeks = new ArrayList<>();
        TreeSet<LocalDate> begins = new TreeSet<>();
        for (int more = random.nextInt(3); more > 0; more--) {
            begins.add(date());
        }
        weeks.add(week(null));
        begins.forEach(begin -> weeks.add(week(begin)));
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        for (int more = random.nextInt(40); more > 0; more--) {
            LocalDate date = date();
            days.put(date, day(date));
        }
        return new CalendarContent("any", null, zone, weeks, List.copyOf(days.values()));
    }

    private WeekPattern week(LocalDate from) {
        Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(7) < 5) {
                hours.put(day, hours());
            }
        }
        if (hours.values().stream().allMatch(List::isEmpty)) {
            hours.put(DayOfWeek.MONDAY, List.of(Hours.parse("09:00-12:00")));
        }
        return new WeekPattern(from, hours);
    }

    private SpecialDay day(LocalDate date) {
        return switch (random.nextInt(3)) {
            case 0 -> SpecialDay.off(date, "off", null);
            case 1 -> new SpecialDay(date, "short", hours(), null, null);
            default -> SpecialDay.working(date, "working", DayOfWeek.of(1 + random.nextInt(7)), null);
        };
    }

    private List<Hours> hours() {
        TreeSet<Integer> ends = new TreeSet<>();
        for (int count = 2 * random.nextInt(4); ends.size() < count;) {
            ends.add(random.nextInt(10) == 0 ? (random.nextBoolean() ? 0 : 1440)
                    : random.nextInt(4) == 0 ? random.nextInt(181) : random.nextInt(1441));
        }
        List<Integer> sorted = List.copyOf(ends);
        List<Hours> hours = new ArrayList<>();
        for (int index = 0; index < sorted.size(); index += 2) {
            hours.add(new Hours(sorted.get(index), sorted.get(index + 1)));
        }
        return hours;
    }

    private LocalDate date() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }
}
