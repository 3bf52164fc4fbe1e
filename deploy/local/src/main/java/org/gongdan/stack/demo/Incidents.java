package org.gongdan.stack.demo;

import static org.gongdan.stack.demo.Days.after;
import static org.gongdan.stack.demo.Days.at;
import static org.gongdan.stack.demo.Days.quarter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;

import org.gongdan.stack.demo.Tickets.Ticket;

/** What does not go its usual way: broken promises and what they cost, delays, a customer who is out, a fix that fails, waiting, a complaint. */
final class Incidents {
    private final Courses courses;
    private final Tickets tickets;
    private final Office office;
    private final Cast cast;
    private final Crew crew;
    private final Days days;

    Incidents(Courses courses, Tickets tickets, Office office, Cast cast, Crew crew, Days days) {
        this.courses = courses;
        this.tickets = tickets;
        this.office = office;
        this.cast = cast;
        this.crew = crew;
        this.days = days;
    }

    void all() {
        brokenAndPaid(days.first().plusDays(2));
        ago(3, this::complained);
        ago(4, this::brokenAndOwed);
        ago(5, day -> delayed(day, "TRAFFIC", 50));
        ago(6, this::brokenByTheSupplier);
        ago(7, this::reopened);
        ago(8, this::nobodyThere);
        ago(9, this::waited);
        ago(10, this::declined);
        ago(11, day -> delayed(day, "PREVIOUS_VISIT_OVERRUN", 8));
        ago(12, this::cancelled);
        ago(13, this::extended);
    }

    private void ago(int before, Consumer<LocalDate> incident) {
        var day = days.today().minusDays(before);
        if (days.holds(day)) {
            incident.accept(day);
        }
    }

    private Ticket ticket(String customer, String summary, Instant at) {
        return courses.ticket(cast.trouble(customer, summary), at);
    }

    /** The engineer comes two hours after what the contract promises; the manager approves what that costs. */
    private void brokenAndPaid(LocalDate day) {
        var reported = at(day, 9, 12);
        var ticket = ticket("江宁路社区卫生服务中心", "自助挂号机触摸失灵", reported);
        var slot = crew.find(at(day, 13, 30));
        courses.onSite(ticket, reported, slot);
        courses.at(at(day.plusDays(3), 10, 30), () -> office.approveCompensation("江宁路社区卫生服务中心"));
    }

    /** The lock maker's server is down for hours; the supervisor proposes not to hold that against us. */
    private void brokenByTheSupplier(LocalDate day) {
        var reported = at(day, 10, 4);
        var ticket = ticket("海悦酒店", "发卡机无法制作房卡", reported);
        courses.begin(ticket, reported, at(day, 12, 0));
        courses.at(after(reported, 6), () -> tickets.tryByPhone(ticket, false));
        courses.at(after(reported, 40), () -> tickets.waitFor(ticket, "THIRD_PARTY", "门锁厂家授权服务器故障，工单号 RF-20931"));
        courses.at(after(reported, 330), () -> tickets.resume(ticket));
        courses.at(after(reported, 350), () -> {
            tickets.lookRemotely(ticket, after(reported, 349), true);
            tickets.resolve(ticket, ticket.owner, "REMOTE");
        });
        courses.conclude(ticket, after(reported, 400), null);
        courses.at(at(day.plusDays(1), 9, 40), () -> office.excludeFrom("海悦酒店"));
    }

    private void brokenAndOwed(LocalDate day) {
        var reported = at(day, 9, 31);
        var ticket = ticket("江宁路社区卫生服务中心", "自助挂号机触摸失灵", reported);
        courses.onSite(ticket, reported, crew.find(at(day, 13, 30)));
    }

    private void delayed(LocalDate day, String reason, int before) {
        var reported = at(day, 9, 47);
        var ticket = ticket("康宁大药房", "读卡器指示灯不亮", reported);
        // The last of the day: nobody else waits for the engineer.
        var slot = crew.find(at(day, 15, 30));
        var later = after(slot.start(), 60);
        courses.begin(ticket, reported, after(slot.end(), 60));
        courses.order(ticket, reported, slot);
        courses.at(after(slot.start(), -before), () -> tickets.delay(ticket, slot.engineer(), later, reason));
        courses.visit(ticket, slot, later);
    }

    private void nobodyThere(LocalDate day) {
        var reported = at(day, 8, 52);
        var ticket = ticket("东方印务", "文件服务器报磁盘告警", reported);
        var first = crew.find(at(day, 11, 0));
        var second = crew.find(at(day, 15, 30));
        courses.begin(ticket, reported, after(second.end(), 60));
        courses.order(ticket, reported, first);
        courses.at(after(first.start(), -30), () -> tickets.depart(ticket, first.engineer()));
        courses.at(after(first.start(), 1), () -> tickets.visit(ticket, first.engineer(), "arrive"));
        courses.at(after(first.start(), 20), () -> tickets.visit(ticket, first.engineer(), "absent", "note", "门卫联系不上曹厂长，等候二十分钟后离开"));
        courses.at(after(first.start(), 35),
                () -> tickets.act(ticket, "dispatcher", "contact", "channel", "PHONE", "said", "与曹厂长电话确认改到下午"));
        courses.at(after(first.start(), 38),
                () -> tickets.reschedule(ticket, second.engineer(), second.start(), second.end(), "上午厂里无人接待", "曹厂长"));
        courses.at(after(first.start(), 50), () -> tickets.visit(ticket, second.engineer(), "accept"));
        courses.visit(ticket, second, second.start());
    }

    private void declined(LocalDate day) {
        var reported = at(day, 10, 17);
        var ticket = ticket("锦程物流", "B 区手持终端掉线", reported);
        var first = crew.find(at(day, 13, 30));
        var second = crew.find(at(day, 15, 30));
        courses.begin(ticket, reported, after(second.end(), 60));
        courses.at(after(reported, 8), () -> {
            tickets.tryByPhone(ticket, false);
            tickets.requestVisit(ticket);
        });
        courses.at(after(reported, 17), () -> tickets.schedule(ticket, first.engineer(), first.start(), first.end()));
        courses.at(after(reported, 22), () -> tickets.visit(ticket, first.engineer(), "decline", "reason", "上一单更换主板，赶不到嘉定"));
        courses.at(after(reported, 29), () -> {
            tickets.schedule(ticket, second.engineer(), second.start(), second.end());
            tickets.visit(ticket, second.engineer(), "accept");
        });
        courses.visit(ticket, second, second.start());
    }

    /** What was fixed on the phone fails again; then somebody goes there. */
    private void reopened(LocalDate day) {
        var reported = at(day, 9, 5);
        var ticket = ticket("阳光小学", "三（2）班投影仪画面偏黄", reported);
        var slot = crew.find(at(day, 13, 30));
        courses.begin(ticket, reported, after(slot.end(), 60));
        courses.at(after(reported, 9), () -> {
            tickets.tryByPhone(ticket, true);
            tickets.resolve(ticket, ticket.owner, "PHONE");
        });
        courses.at(after(reported, 55), () -> tickets.act(ticket, "customer2", "reopen", "reason", "第二节课又变黄了，换了电脑也一样"));
        courses.at(after(reported, 63), () -> tickets.requestVisit(ticket));
        courses.at(after(reported, 75), () -> {
            tickets.schedule(ticket, slot.engineer(), slot.start(), slot.end());
            tickets.visit(ticket, slot.engineer(), "accept");
        });
        courses.visit(ticket, slot, slot.start());
    }

    private void waited(LocalDate day) {
        var reported = at(day, 14, 20);
        var ticket = ticket("明德律师事务所", "复合机扫描无法发送到邮箱", reported);
        courses.begin(ticket, reported, at(day.plusDays(1), 18, 0));
        courses.at(after(reported, 12), () -> tickets.waitFor(ticket, "CUSTOMER", "需要陶秘书向邮箱管理员申请新的授权码"));
        courses.at(at(day.plusDays(1), 10, 0), () -> {
            tickets.resume(ticket);
            tickets.lookRemotely(ticket, at(day.plusDays(1), 9, 58), true);
            tickets.applied(ticket);
            tickets.resolve(ticket, ticket.owner, "REMOTE");
        });
        courses.conclude(ticket, at(day.plusDays(1), 11, 5), null);
    }

    private void extended(LocalDate day) {
        var reported = at(day, 10, 41);
        var ticket = ticket("春风里餐饮", "后厨打印机卡刀", reported);
        var next = day.plusDays(2);
        var slot = crew.find(at(next, 9, 0));
        courses.begin(ticket, reported, at(day, 18, 0));
        courses.at(after(reported, 30),
                () -> tickets.act(ticket, ticket.owner, "extend", "plan", "切刀总成缺货，明天到货，后天上午上门更换；这两天先用备用打印机", "newTime",
                        at(next, 18, 0), "consent", Api.object("givenBy", "丁店长", "at", after(reported, 28))));
        courses.at(at(day.plusDays(1), 15, 10), () -> {
            tickets.say(ticket, "告知丁店长配件已到，明天上午上门", false);
            tickets.tryByPhone(ticket, false);
            tickets.requestVisit(ticket);
        });
        courses.at(at(day.plusDays(1), 15, 20), () -> {
            tickets.schedule(ticket, slot.engineer(), slot.start(), slot.end());
            tickets.visit(ticket, slot.engineer(), "accept");
        });
        courses.visit(ticket, slot, slot.start());
    }

    private void cancelled(LocalDate day) {
        var reported = at(day, 13, 40);
        var ticket = ticket("博文书店", "小票打印空白", reported);
        courses.begin(ticket, reported, after(reported, 120));
        courses.at(after(reported, 15), () -> tickets.act(ticket, ticket.owner, "cancel", "reason", "殷店长来电：是新来的店员没有放纸，已经好了"));
    }

    private void complained(LocalDate day) {
        var reported = at(day, 11, 8);
        var ticket = ticket("康宁大药房", "医保卡读不出来", reported);
        courses.at(reported, () -> tickets.complain(ticket, "投诉：上次上门比约定时间晚了一小时", "店里专门留人等，工程师临近约定时间才说要晚到，希望以后提前通知。",
                quarter(after(reported, 300))));
        courses.at(after(reported, 5), () -> tickets.take(ticket));
        courses.at(after(reported, 21), () -> tickets.promiseCallback(ticket, quarter(after(reported, 120)), "我会在今天下午一点半前给您答复"));
        courses.at(after(reported, 110), () -> tickets.say(ticket, "向马店长致歉，说明当天堵车情况，承诺以后至少提前半小时告知", true));
        courses.at(after(reported, 125),
                () -> tickets.act(ticket, ticket.owner, "resolve", "category", "SERVICE/VISIT", "cause", "延误通知太晚", "fix",
                        "已致歉，调度改为提前一小时核对行程", "method", "PHONE", "verifiedWithCustomer", true));
        courses.at(after(reported, 180), () -> {
            tickets.confirm(ticket);
            tickets.rate(ticket, 3, 5, 4, 2, "处理投诉还算及时，希望不要再晚到。");
        });
        courses.at(reported.plus(Duration.ofMinutes(200)), office::draftArticle);
    }
}
