package org.gongdan.stack.demo;

import static org.gongdan.stack.demo.Days.after;
import static org.gongdan.stack.demo.Days.quarter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

import org.gongdan.stack.demo.Crew.Slot;
import org.gongdan.stack.demo.Tickets.Ticket;

/** How it looks at the moment when the play ends: work before and after it, so that everybody finds something of his. */
final class Today {
    private static final LocalTime OPENING = LocalTime.of(8, 30);
    /** Before, nobody has been on the road for long. */
    private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
    private static final LocalTime CLOSING = LocalTime.of(20, 30);

    private final Courses courses;
    private final Tickets tickets;
    private final Office office;
    private final Cast cast;
    private final Crew crew;
    private final Days days;
    private final Instant now;

    Today(Courses courses, Tickets tickets, Office office, Cast cast, Crew crew, Days days) {
        this.courses = courses;
        this.tickets = tickets;
        this.office = office;
        this.cast = cast;
        this.crew = crew;
        this.days = days;
        this.now = days.now();
    }

    /** Whether our customers are open now: at night nobody is on the road, and only alerts and the portal report. */
    private boolean isDay() {
        var time = LocalTime.ofInstant(now, Days.ZONE);
        return !time.isBefore(OPENING) && time.isBefore(CLOSING);
    }

    void all() {
        unassigned();
        atTheDesk();
        waitingForTheCustomersWord();
        onTheRoad();
        office();
    }

    private Ticket ticket(String customer, String summary, int minutesAgo) {
        return courses.ticket(cast.trouble(customer, summary), after(now, -minutesAgo));
    }

    private void ago(int minutes, Agenda.Deed deed) {
        courses.at(after(now, -minutes), deed);
    }

    private void unassigned() {
        var projector = ticket("阳光小学", "投影仪提示无信号", 13);
        ago(13, () -> tickets.report(projector));
        var server = ticket("东方印务", "文件服务器报磁盘告警", 9);
        ago(9, () -> tickets.report(server));
        var till = ticket("幸福超市", "会员积分无法读取", 4);
        ago(4, () -> tickets.report(till));
        if (isDay()) {
            var label = ticket("锦程物流", "面单打印偏移", 6);
            ago(6, () -> tickets.call(label, quarter(after(now, 180))));
        }
    }

    private void atTheDesk() {
        var callback = new Ticket(cast.trouble("海悦酒店", "八楼客房无线很慢"), "agent");
        begun(callback, 95);
        ago(80, () -> tickets.tryByPhone(callback, false));
        ago(52, () -> tickets.promiseCallback(callback, quarter(after(now, 25)), "我们正在看日志，稍后给您答复"));
        var customer = new Ticket(cast.trouble("幸福超市", "收银软件提示数据库连接失败"), "agent");
        begun(customer, 150);
        ago(120, () -> tickets.waitFor(customer, "CUSTOMER", "等刘店长打烊后允许远程重启收银机"));
        var handed = new Ticket(cast.trouble("阳光小学", "二楼教室无线网络时断时续"), "agent");
        begun(handed, 70);
        ago(61, () -> tickets.tryByPhone(handed, false));
        ago(12, () -> tickets.act(handed, "agent", "hand-over", "to", "技术中心", "reason", "需要登录校园网控制器调整信道"));
        var parts = new Ticket(cast.trouble("江宁路社区卫生服务中心", "医保卡读不出来"), "agent2");
        begun(parts, 26 * 60);
        ago(26 * 60 - 10, () -> tickets.tryByPhone(parts, false));
        ago(25 * 60, () -> tickets.waitFor(parts, "PARTS", "备用读卡器已下单，供应商承诺两天内到货"));
        ago(3 * 60, () -> tickets.say(parts, "告知姚工读卡器在途，今天下班前再通报", false));
        var slow = new Ticket(cast.trouble("明德律师事务所", "电脑开机很慢、常卡死"), "agent");
        begun(slow, 45);
    }

    private void begun(Ticket ticket, int minutesAgo) {
        ago(minutesAgo, () -> tickets.call(ticket, quarter(after(now, 26 * 60 > minutesAgo ? 200 : 120))));
        ago(minutesAgo - 3, () -> tickets.take(ticket));
    }

    private void waitingForTheCustomersWord() {
        fixed("幸福超市", "小票打印空白", "agent", 75);
        fixed("阳光小学", "投影仪提示无信号", "agent2", 140);
        fixed("博文书店", "收银软件提示数据库连接失败", "agent", 190);
        fixed("明德律师事务所", "视频会议没有声音", "agent3", 240);
    }

    private void fixed(String customer, String summary, String owner, int minutesAgo) {
        var ticket = new Ticket(cast.trouble(customer, summary), owner);
        begun(ticket, minutesAgo);
        ago(minutesAgo - 9, () -> {
            tickets.tryByPhone(ticket, true);
            tickets.applied(ticket);
            tickets.resolve(ticket, owner, "PHONE");
        });
    }

    /** Three engineers between two customers; at night they have tomorrow's first visits before them. */
    private void onTheRoad() {
        if (isDay() && !LocalTime.ofInstant(now, Days.ZONE).isBefore(AFTERNOON)) {
            done(0, "海悦酒店", "前台电脑蓝屏重启", 250, 190);
            done(1, "春风里餐饮", "后厨打印机卡刀", 280, 170);
            done(2, "明德律师事务所", "复合机频繁卡纸", 300, 215);
            signing(2, "幸福超市", "小票打印断断续续、字迹发虚", 175, 110);
            done(3, "博文书店", "收银机开机后停在启动画面", 270, 205);
            done(4, "康宁大药房", "小票打印断断续续、字迹发虚", 290, 180);
        }
        if (isDay()) {
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
        begun(wanted, 32);
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
        begun(ticket, reported);
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

    private void office() {
        var tomorrow = days.today().plusDays(1);
        ago(40, () -> office.askSwap("engineer2", tomorrow, "engineer3", "孩子家长会，想换一天"));
        ago(30, () -> {
            office.askSwap("agent2", tomorrow, "agent3", "周末要回老家");
            office.answerEscalations();
        });
        courses.at(Days.at(days.today(), 14, 52), () -> office.handOver(days.today(), "上午的电话都已处理，请留意有答复承诺的客户。"));
        var writing = after(now, -20);
        var time = LocalTime.ofInstant(writing, Days.ZONE);
        // Shortly before the change of shifts the note of the early shift is written already.
        if (isDay() && (time.isBefore(LocalTime.of(14, 30)) || !time.isBefore(Crew.CHANGE))) {
            ago(20, () -> office.writeHandOver(crew.atDesk(writing), days.today(), "江宁路读卡器在途，供应商承诺明天到；幸福超市打烊后远程重启收银机，刘店长会来电。",
                    List.of(Api.object("text", "给海悦酒店白经理回电"), Api.object("text", "跟进江宁路读卡器到货"))));
        }
    }
}
