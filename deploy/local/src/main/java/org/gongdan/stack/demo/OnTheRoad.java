package org.gongdan.stack.demo;

import static org.gongdan.stack.demo.Days.after;
import static org.gongdan.stack.demo.Days.quarter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

import org.gongdan.stack.demo.Crew.Slot;
import org.gongdan.stack.demo.Tickets.Ticket;

/** Where the engineers are at the moment when the play ends. */
final class OnTheRoad {
    /** Before, nobody has been on the road for long. */
    private static final LocalTime AFTERNOON = LocalTime.of(13, 30);

    private final Courses courses;
    private final Tickets tickets;
    private final Cast cast;
    private final Crew crew;
    private final Days days;
    private final Instant now;

    OnTheRoad(Courses courses, Tickets tickets, Cast cast, Crew crew, Days days) {
        this.courses = courses;
        this.tickets = tickets;
        this.cast = cast;
        this.crew = crew;
        this.days = days;
        this.now = days.now();
    }

    private Ticket ticket(String customer, String summary, int minutesAgo) {
        return courses.ticket(cast.trouble(customer, summary), after(now, -minutesAgo));
    }

    private void ago(int minutes, Agenda.Deed deed) {
        courses.at(after(now, -minutes), deed);
    }

    /** Three engineers between two customers; at night they have tomorrow's first visits before them. */
    void all() {
        if (days.endsByDay() && !LocalTime.ofInstant(now, Days.ZONE).isBefore(AFTERNOON)) {
            done(0, "海悦酒店", "前台电脑蓝屏重启", 250, 190);
            done(1, "春风里餐饮", "后厨打印机卡刀", 280, 170);
            done(2, "明德律师事务所", "复合机频繁卡纸", 300, 215);
            signing(2, "幸福超市", "小票打印断断续续、字迹发虚", 175, 110);
            done(3, "博文书店", "收银机开机后停在启动画面", 270, 205);
            done(4, "康宁大药房", "小票打印断断续续、字迹发虚", 290, 180);
        }
        if (days.endsByDay()) {
            working(0, "江宁路社区卫生服务中心", "自助挂号机触摸失灵", 195, 40);
            driving(1, "幸福超市", "收银机开机后停在启动画面", 110, 20);
            ahead(0, "康宁大药房", "收银机开机后停在启动画面", 85, 80, true);
            ahead(2, "康宁大药房", "小票打印断断续续、字迹发虚", 100, 60, true);
            ahead(1, "康宁大药房", "读卡器指示灯不亮", 70, 150, false);
            working(3, "阳光小学", "三（2）班投影仪画面偏黄", 150, 25);
            ahead(4, "江宁路社区卫生服务中心", "读卡器指示灯不亮", 60, 110, true);
        } else {
            var morning = Duration.between(now, morning()).toMinutes();
            ahead(0, "康宁大药房", "收银机开机后停在启动画面", 85, (int) morning, true);
            ahead(1, "幸福超市", "小票打印断断续续、字迹发虚", 100, (int) morning, true);
            ahead(2, "康宁大药房", "读卡器指示灯不亮", 70, (int) morning + 30, false);
        }
        var wanted = ticket("锦程物流", "B 区手持终端掉线", 32);
        courses.begunAgo(wanted, 32);
        ago(18, () -> {
            tickets.tryByPhone(wanted, false);
            tickets.requestVisit(wanted);
        });
    }

    private Instant morning() {
        var today = Days.at(days.today(), 9, 0);
        return today.isAfter(now) ? today : Days.at(days.today().plusDays(1), 9, 0);
    }

    /** A visit that is planned. @param reported how many minutes ago @param from in how many minutes the window begins */
    private Slot planned(Ticket ticket, int engineer, int reported, int from) {
        var start = quarter(after(now, from - 8));
        var slot = crew.take(new Slot(Cast.ENGINEERS.get(engineer), start, after(start, 60)));
        courses.begunAgo(ticket, reported);
        ago(reported - 7, () -> {
            tickets.tryByPhone(ticket, false);
            tickets.requestVisit(ticket);
        });
        ago(reported - 16, () -> tickets.schedule(ticket, slot.engineer(), slot.start(), slot.end()));
        return slot;
    }

    private void ahead(int engineer, String customer, String summary, int reported, int from, boolean accepted) {
        var ticket = ticket(customer, summary, reported);
        var slot = planned(ticket, engineer, reported, from);
        if (accepted) {
            ago(reported - 24, () -> tickets.visit(ticket, slot.engineer(), "accept"));
        }
    }

    private void driving(int engineer, String customer, String summary, int reported, int from) {
        var ticket = ticket(customer, summary, reported);
        var slot = planned(ticket, engineer, reported, from);
        ago(reported - 24, () -> tickets.visit(ticket, slot.engineer(), "accept"));
        ago(17, () -> tickets.depart(ticket, slot.engineer()));
    }

    private void working(int engineer, String customer, String summary, int reported, int since) {
        var ticket = ticket(customer, summary, reported);
        var slot = planned(ticket, engineer, reported, -since);
        ago(reported - 24, () -> tickets.visit(ticket, slot.engineer(), "accept"));
        ago(since + 30, () -> tickets.depart(ticket, slot.engineer()));
        ago(since + 4, () -> tickets.visit(ticket, slot.engineer(), "arrive"));
    }

    private void done(int engineer, String customer, String summary, int reported, int since) {
        var ticket = ticket(customer, summary, reported);
        var slot = planned(ticket, engineer, reported, -since);
        ago(reported - 20, () -> tickets.visit(ticket, slot.engineer(), "accept"));
        ago(since + 30, () -> tickets.depart(ticket, slot.engineer()));
        ago(since + 3, () -> tickets.visit(ticket, slot.engineer(), "arrive"));
        ago(since - 50, () -> courses.finish(ticket, slot));
        courses.conclude(ticket, after(now, 25 - since / 2), 5);
    }

    /** The work is done, and the customer is asked to sign. */
    private void signing(int engineer, String customer, String summary, int reported, int since) {
        var ticket = ticket(customer, summary, reported);
        var slot = planned(ticket, engineer, reported, -since);
        ago(reported - 20, () -> tickets.visit(ticket, slot.engineer(), "accept"));
        ago(since + 30, () -> tickets.depart(ticket, slot.engineer()));
        ago(since + 2, () -> tickets.visit(ticket, slot.engineer(), "arrive"));
        ago(since - 55, () -> {
            tickets.complete(ticket, slot.engineer());
            tickets.askSignature(ticket, slot.engineer());
        });
    }
}
