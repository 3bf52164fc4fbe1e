package org.gongdan.sla.monthly;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.gongdan.sla.monthly.MonthFigures.Open;
import org.gongdan.sla.monthly.MonthFigures.OpenPromise;
import org.gongdan.sla.monthly.MonthFigures.Owed;
import org.gongdan.sla.monthly.MonthFigures.Target;
import org.gongdan.sla.monthly.MonthFigures.Volume;
import org.gongdan.sla.report.Attainment;
import org.gongdan.sla.report.BreachCause;
import org.gongdan.sla.report.Cause;
import org.gongdan.sla.report.CauseCount;
import org.gongdan.sla.report.Distribution;
import org.gongdan.sla.report.Distribution.Bucket;
import org.gongdan.sla.report.Distribution.Measure;
import org.gongdan.sla.report.Notices;
import org.gongdan.sla.report.Punctuality;

/** A month of a customer, or of all, with something of everything. */
final class MonthFixtures {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final UUID CUSTOMER = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    static final UUID LI = UUID.fromString("0190a000-0000-7000-8000-000000000102");
    static final UUID WANG = UUID.fromString("0190a000-0000-7000-8000-000000000103");
    static final Instant AS_OF = Instant.parse("2026-11-02T00:00:00Z");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private MonthFixtures() {
    }

    static ServiceReport report(ReportType type) {
        ServiceReport report = ServiceReport.planned(CUSTOMER, type, type == ReportType.CUSTOMER ? CUSTOMER : null, OCTOBER, SHANGHAI, 2,
                "system", AS_OF);
        report.draft("{}", AS_OF);
        return report;
    }

    static MonthFigures figures(boolean internal, int broken) {
        List<BreachCause> causes = IntStream.range(0, broken).mapToObj(number -> broken(number, internal)).toList();
        List<Attainment> kinds = List.of(kept(null, "ACKNOWLEDGE", 42, 40), kept(null, "ARRIVAL", 11, 9),
                kept(null, "RESOLUTION_24H", 42, 39), kept(null, "UPDATE_CADENCE", 87, 83));
        return new MonthFigures(internal ? null : CUSTOMER, internal ? null : "幸福连锁超市有限公司", "2026-10",
                OCTOBER.atDay(1).atStartOfDay(SHANGHAI).toInstant(),
                OCTOBER.atEndOfMonth().plusDays(1).atStartOfDay(SHANGHAI).toInstant(), AS_OF, volume(), kinds,
                List.of(kept("P1", null, 31, 28), kept("P2", null, 60, 57), kept("P3", null, 91, 86)),
                List.of(kept("收银系统", null, 80, 75), kept(null, null, 102, 96)),
                internal ? List.of(named("幸福连锁超市有限公司", 80, 74), named("阳光制造", 102, 97)) : List.of(),
                internal ? List.of(named("李工", 90, 85), named("王工", 40, 37), kept(null, null, 52, 49)) : List.of(),
                IntStream.rangeClosed(5, 10).mapToObj(month -> kept(YearMonth.of(2026, month).toString(), null, 150 + month, 140 + month))
                        .toList(),
                List.of(spread("ACKNOWLEDGE", Measure.WALL, 6.5), spread("ACKNOWLEDGE", Measure.COUNTED, 6.5),
                        spread("RESOLUTION_24H", Measure.WALL, 190), spread("RESOLUTION_24H", Measure.COUNTED, 122.25)),
                causes, broken, CauseCount.of(causes), visits(internal), notices(internal), open(), List.of(new Owed("CNY", "450.00", 2)),
                internal ? List.of() : List.of(new Target("ACKNOWLEDGE", "95", "95"), new Target("RESOLUTION_24H", "90", "98.5")));
    }

    private static Attainment kept(String key, String kind, long total, long met) {
        return new Attainment(kind == null ? key : kind, kind == null ? key : kind, kind, total, met, total - met - 1, 1,
                Math.round(met * 10_000.0 / (total - 1)) / 10_000.0);
    }

    private static Attainment named(String name, long total, long met) {
        return new Attainment(UUID.randomUUID().toString(), name, null, total, met, total - met, 0,
                Math.round(met * 10_000.0 / total) / 10_000.0);
    }

    private static List<Volume> volume() {
        List<Volume> volume = new ArrayList<>();
        for (int month = 5; month <= 10; month++) {
            volume.add(new Volume(YearMonth.of(2026, month).toString(), "P1", month));
            volume.add(new Volume(YearMonth.of(2026, month).toString(), "P2", 12));
            volume.add(new Volume(YearMonth.of(2026, month).toString(), "P3", 30 - month));
        }
        return volume;
    }

    private static Distribution spread(String kind, Measure measure, double half) {
        int[] bounds = {0, 5, 15, 30, 60, 120, 240, 480, 1440, 2880, 4320};
        int[] counts = kind.equals("ACKNOWLEDGE") ? new int[] {18, 15, 7, 2, 0, 0, 0, 0, 0, 0, 0}
                : new int[] {0, 0, 2, 5, 9, 12, 7, 4, 2, 0, 1};
        return new Distribution(kind, measure, 42, half, half * 3, half * 4, half * 9,
                IntStream.range(0, 11).mapToObj(at -> new Bucket(bounds[at], at < 10 ? bounds[at + 1] : null, counts[at])).toList());
    }

    private static BreachCause broken(int number, boolean internal) {
        Instant due = AS_OF.minus(Duration.ofHours(30 + number * 7L));
        Cause cause = number == 4 ? Cause.UNEXPLAINED
                : List.of(Cause.WAITING_FOR_PARTS, Cause.ACKNOWLEDGED_LATE, Cause.ENGINEER_LATE).get(number % 3);
        return new BreachCause(new UUID(1, number), new UUID(2, number), number == 2 ? null : "2610-%04d".formatted(40 + number),
                number == 2 ? null : List.of("收银机打不出小票", "会员积分读卡器不识别卡片，排队的顾客很多", "后台报表打不开").get(number % 3), null,
                CUSTOMER, "幸福连锁超市有限公司",
                number % 3 == 1 ? "ACKNOWLEDGE" : number % 3 == 2 ? "ARRIVAL" : "RESOLUTION_24H", "P2", due,
                number == 3 ? null : due.plusSeconds(3600 + number * 60L), number == 3 ? null : 60L + number,
                cause, List.of(cause),
                number == 0 ? new BreachCause.Found(cause, internal ? "供应商缺货三天" : null, internal ? "supervisor" : null, AS_OF) : null);
    }

    private static List<Punctuality> visits(boolean internal) {
        Punctuality all = new Punctuality(null, null, 11, 1, 6, 2, 1, 1, 0, 0.8182, 1, 12.5, 12.5);
        return internal ? List.of(all, new Punctuality(LI, "李工", 7, 1, 5, 1, 0, 0, 0, 1.0, 0, null, null),
                new Punctuality(WANG, "王工", 4, 0, 1, 1, 1, 1, 0, 0.5, 1, 12.5, 12.5)) : List.of(all);
    }

    private static List<Notices> notices(boolean internal) {
        List<Notices> all = List.of(new Notices(null, null, null, 3, 2, 1, 0.6667, 20.0),
                new Notices(null, null, "R83", 2, 2, 0, 1.0, null), new Notices(null, null, "R87", 1, 0, 1, 0.0, 20.0));
        return internal ? Stream.concat(all.stream(), Stream.of(new Notices(WANG, "王工", null, 3, 2, 1, 0.6667, 20.0))).toList() : all;
    }

    private static Open open() {
        return new Open(2, 1,
                List.of(new OpenPromise(new UUID(3, 1), new UUID(2, 3), "2610-0043", CUSTOMER, "幸福连锁超市有限公司", "RESOLUTION_24H", "P1",
                        AS_OF.minusSeconds(90_000), "BREACHED"),
                        new OpenPromise(new UUID(3, 2), new UUID(2, 9), "2611-0001", CUSTOMER, "幸福连锁超市有限公司", "RESOLUTION_24H", null,
                                AS_OF.plusSeconds(40_000), "PAUSED")));
    }
}
