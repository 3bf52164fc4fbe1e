package org.gongdan.stack.demo;

import static org.gongdan.stack.demo.Days.after;
import static org.gongdan.stack.demo.Days.quarter;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

import org.gongdan.stack.demo.Tickets.Ticket;

/** How it looks at the moment when the play ends: work before and after it, so that everybody finds something of his. */
final class Today {
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

    void all() {
        unassigned();
        atTheDesk();
        waitingForTheCustomersWord();
        new OnTheRoad(courses, tickets, cast, crew, days).all();
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
        ago(2, () -> tickets.write(till, till.trouble.customer().portal(), "现在排队的人很多，会员都不肯走。大概要多久？"));
        if (days.endsByDay()) {
            var label = ticket("锦程物流", "面单打印偏移", 6);
            ago(6, () -> tickets.call(label, quarter(after(now, 180))));
        }
    }

    private void atTheDesk() {
        var callback = new Ticket(cast.trouble("海悦酒店", "八楼客房无线很慢"), "agent");
        courses.begunAgo(callback, 95);
        ago(80, () -> tickets.tryByPhone(callback, false));
        ago(52, () -> tickets.promiseCallback(callback, quarter(after(now, 25)), "我们正在看日志，稍后给您答复"));
        var customer = new Ticket(cast.trouble("幸福超市", "收银软件提示数据库连接失败"), "agent");
        courses.begunAgo(customer, 150);
        ago(120, () -> tickets.waitFor(customer, "CUSTOMER", "等刘店长打烊后允许远程重启收银机"));
        var handed = new Ticket(cast.trouble("阳光小学", "二楼教室无线网络时断时续"), "agent");
        courses.begunAgo(handed, 70);
        ago(61, () -> tickets.tryByPhone(handed, false));
        ago(40, () -> tickets.write(handed, handed.trouble.customer().portal(), "三楼下午两点有公开课，能赶在那之前吗？"));
        ago(33, () -> {
            tickets.note(handed, "校园网控制器的账号在技术中心，需要移交。");
            tickets.write(handed, "agent", "已安排技术中心处理，一点半前再给您消息。公开课可以先用有线网络，我们电话教您怎么接。");
        });
        ago(12, () -> tickets.act(handed, "agent", "hand-over", "to", "技术中心", "reason", "需要登录校园网控制器调整信道"));
        var parts = new Ticket(cast.trouble("江宁路社区卫生服务中心", "医保卡读不出来"), "agent2");
        courses.begunAgo(parts, 26 * 60);
        ago(26 * 60 - 10, () -> tickets.tryByPhone(parts, false));
        ago(25 * 60, () -> tickets.waitFor(parts, "PARTS", "备用读卡器已下单，供应商承诺两天内到货"));
        ago(3 * 60, () -> tickets.say(parts, "告知姚工读卡器在途，今天下班前再通报", false));
        var slow = new Ticket(cast.trouble("明德律师事务所", "电脑开机很慢、常卡死"), "agent");
        courses.begunAgo(slow, 45);
    }

    private void waitingForTheCustomersWord() {
        fixed("幸福超市", "小票打印空白", "agent", 75);
        fixed("阳光小学", "投影仪提示无信号", "agent2", 140);
        fixed("博文书店", "收银软件提示数据库连接失败", "agent", 190);
        fixed("明德律师事务所", "视频会议没有声音", "agent3", 240);
    }

    private void fixed(String customer, String summary, String owner, int minutesAgo) {
        var ticket = new Ticket(cast.trouble(customer, summary), owner);
        courses.begunAgo(ticket, minutesAgo);
        ago(minutesAgo - 9, () -> {
            tickets.tryByPhone(ticket, true);
            tickets.applied(ticket);
            tickets.resolve(ticket, owner, "PHONE");
        });
    }

    private void office() {
        var tomorrow = days.today().plusDays(1);
        ago(40, () -> office.askSwap("engineer2", tomorrow, "engineer3", "孩子家长会，想换一天"));
        ago(35, office::lookAtBells);
        ago(30, () -> {
            office.askSwap("agent2", tomorrow, "agent3", "周末要回老家");
            office.answerEscalations();
        });
        courses.at(Days.at(days.today(), 14, 52), () -> office.handOver(days.today(), "上午的电话都已处理，请留意有答复承诺的客户。"));
        var writing = after(now, -20);
        var time = LocalTime.ofInstant(writing, Days.ZONE);
        // Shortly before the change of shifts the note of the early shift is written already.
        if (days.endsByDay() && (time.isBefore(LocalTime.of(14, 30)) || !time.isBefore(Crew.CHANGE))) {
            ago(20, () -> office.writeHandOver(crew.atDesk(writing), days.today(), "江宁路读卡器在途，供应商承诺明天到；幸福超市打烊后远程重启收银机，刘店长会来电。",
                    List.of(Api.object("text", "给海悦酒店白经理回电"), Api.object("text", "跟进江宁路读卡器到货"))));
        }
    }
}
