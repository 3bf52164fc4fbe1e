package org.gongdan.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Visits as unit tests need them. */
final class VisitMother {

    static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    static final UUID TICKET = UUID.fromString("0190b000-0000-7000-8000-000000000002");
    static final UUID CUSTOMER = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    static final UUID CONTACT = UUID.fromString("0190b000-0000-7000-8000-000000000003");
    static final UUID ENGINEER = UUID.fromString("0190a000-0000-7000-8000-000000000102");
    static final UUID COLLEAGUE = UUID.fromString("0190a000-0000-7000-8000-000000000103");
    static final Window WINDOW = new Window(NOW.plus(Duration.ofHours(2)), NOW.plus(Duration.ofHours(4)));
    static final Window LATER = new Window(NOW.plus(Duration.ofHours(3)), NOW.plus(Duration.ofHours(5)));
    static final Readiness READY = new Readiness(true, true, true, true);
    static final List<ChecklistItem> CHECKLIST = List.of(new ChecklistItem("刷卡测试", true), new ChecklistItem("清理现场", false));

    private VisitMother() {
    }

    static Visit ordered() {
        return Visit.order(UUID.fromString("0190b000-0000-7000-8000-000000000001"), "V2611-0042",
                new Visit.Order(TICKET, "2611-0042", CUSTOMER, null, CONTACT,
                        new Visit.Fault("会员积分系统", "读卡器不识别会员卡", "今早开门后都读不出来"), "现场检查读卡器", null, null, null),
                NOW);
    }

    static Visit scheduled() {
        Visit visit = ordered();
        visit.schedule(ENGINEER, WINDOW, NOW);
        return visit;
    }

    static Visit completed() {
        Visit visit = scheduled();
        visit.accept(NOW);
        visit.depart(READY, NOW);
        visit.arrive(31.2, 121.5, WINDOW.start().minusSeconds(420));
        visit.complete(CHECKLIST, "更换读卡器", Outcome.FIXED, "接口氧化", "更换读卡器", WINDOW.end());
        return visit;
    }

    /** A visit with everything a visit can have, in any state. */
    static Visit in(VisitStatus status) {
        Visit visit = completed();
        visit.signedAt = NOW;
        visit.status = status;
        return visit;
    }
}
