package org.gongdan.stack.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.gongdan.stack.demo.Cast.Engineer;
import org.gongdan.stack.demo.Cast.Trouble;

import com.fasterxml.jackson.databind.JsonNode;

/** What people do about one ticket, each method one of them at one moment. */
final class Tickets {
    private final Api api;
    private final SignatureLinks links;
    private final DemoClock clock;
    private final Map<String, String> articles;

    /** A ticket while it is played. */
    static final class Ticket {
        final Trouble trouble;
        final String owner;
        String id;
        String visit;

        Ticket(Trouble trouble, String owner) {
            this.trouble = trouble;
            this.owner = owner;
        }

        String path() {
            return "/api/tickets/" + id;
        }
    }

    /** @param articles ids of published articles, by what the fault is called */
    Tickets(Api api, SignatureLinks links, DemoClock clock, Map<String, String> articles) {
        this.api = api;
        this.links = links;
        this.clock = clock;
        this.articles = articles;
    }

    void call(Ticket ticket, Instant expectedBy) {
        open(ticket, ticket.owner, "PHONE", "USER", expectedBy);
    }

    /** By the customer himself, where he has an account; otherwise as an alert of our monitoring. */
    void report(Ticket ticket) {
        var portal = ticket.trouble.customer().portal();
        open(ticket, portal == null ? ticket.owner : portal, portal == null ? "MONITORING" : "PORTAL", portal == null ? "ALERT" : "USER",
                null);
    }

    private void open(Ticket ticket, String who, String channel, String source, Instant expectedBy) {
        var trouble = ticket.trouble;
        ticket.id = text(
                api.post(who, "/api/tickets", "customerId", trouble.customer().id(), "siteId", trouble.product().site(), "contactId",
                        trouble.caller().id(), "productId", trouble.product().id(), "channel", channel, "source", source, "summary",
                        trouble.fault().summary(),
                        "symptom", trouble.fault().symptom(), "impact", trouble.fault().impact(), "urgency", trouble.fault().urgency(),
                        "expectedBy", expectedBy),
                "id");
    }

    void complain(Ticket ticket, String summary, String symptom, Instant expectedBy) {
        var trouble = ticket.trouble;
        ticket.id = text(api.post(ticket.owner, "/api/tickets", "customerId", trouble.customer().id(), "siteId", trouble.product().site(),
                "contactId", trouble.caller().id(), "channel", "PHONE", "source", "USER", "matter", "COMPLAINT", "summary", summary,
                "symptom", symptom,
                "impact", "MEDIUM", "urgency", "MEDIUM", "expectedBy", expectedBy), "id");
    }

    void take(Ticket ticket) {
        api.post(ticket.owner, ticket.path() + "/assign", "assignee", ticket.owner);
    }

    /** To the other side: who has a customer's account writes to us, everybody else to the customer. */
    void write(Ticket ticket, String who, String text) {
        api.post(who, ticket.path() + "/messages", "text", text);
    }

    void note(Ticket ticket, String text) {
        api.post(ticket.owner, ticket.path() + "/notes", "text", text);
    }

    void tryByPhone(Ticket ticket, boolean solved) {
        var article = articles.get(ticket.trouble.fault().summary());
        api.post(ticket.owner, ticket.path() + "/phone-fix", "customerAgreed", true, "articleId", article, "steps",
                ticket.trouble.fault().tried(),
                "succeeded", solved);
    }

    void lookRemotely(Ticket ticket, Instant consent, boolean solved) {
        var session = text(api.post(ticket.owner, ticket.path() + "/remote-sessions", "tool", "向日葵", "consent",
                Api.object("givenBy", ticket.trouble.caller().salutation(), "at", consent), "customerPresent", true, "scope",
                "只检查与“" + ticket.trouble.fault().summary() + "”有关的设置"), "id");
        var path = ticket.path() + "/remote-sessions/" + session;
        api.post(ticket.owner, path + "/steps", "action", "查看日志和当前设置", "result", solved ? ticket.trouble.fault().cause() : "没有发现软件问题");
        if (solved) {
            api.post(ticket.owner, path + "/steps", "action", ticket.trouble.fault().fix(), "result", "客户当场试用正常");
        }
        api.post(ticket.owner, path + "/end", "succeeded", solved, "result", solved ? "已恢复正常" : "需要现场检查");
    }

    void say(Ticket ticket, String said, boolean answersCallback) {
        api.post(ticket.owner, ticket.path() + "/contact", "channel", "PHONE", "said", said, "answersCallback", answersCallback);
    }

    void promiseCallback(Ticket ticket, Instant due, String words) {
        api.post(ticket.owner, ticket.path() + "/promise-callback", "dueAt", due, "words", words);
    }

    void waitFor(Ticket ticket, String reason, String evidence) {
        api.post(ticket.owner, ticket.path() + "/wait", "reason", reason, "evidence", evidence);
    }

    void resume(Ticket ticket) {
        api.post(ticket.owner, ticket.path() + "/resume");
    }

    void act(Ticket ticket, String who, String command, Object... body) {
        api.post(who, ticket.path() + "/" + command, body);
    }

    void requestVisit(Ticket ticket) {
        var need = ticket.trouble.fault().need();
        api.post(ticket.owner, ticket.path() + "/request-visit", "need", need == null ? "现场检查" + ticket.trouble.product().name() : need);
        ticket.visit = text(
                api.await("dispatcher", "/api/visits?ticketId=" + ticket.id, answer -> answer.path("items").size() > 0).path("items")
                        .path(0),
                "id");
    }

    void schedule(Ticket ticket, Engineer engineer, Instant start, Instant end) {
        api.post("dispatcher", visit(ticket) + "/schedule", "engineerId", engineer.id(), "windowStart", start, "windowEnd", end,
                "offDutyAgreed", true);
    }

    void reschedule(Ticket ticket, Engineer engineer, Instant start, Instant end, String reason, String consentBy) {
        api.post("dispatcher", visit(ticket) + "/reschedule", "engineerId", engineer.id(), "windowStart", start, "windowEnd", end, "reason",
                reason,
                "consentBy", consentBy, "offDutyAgreed", true);
    }

    void visit(Ticket ticket, Engineer engineer, String command, Object... body) {
        api.post(engineer.user(), visit(ticket) + "/" + command, body);
    }

    void depart(Ticket ticket, Engineer engineer) {
        visit(ticket, engineer, "depart", "appearanceOk", true, "identityCardOk", true, "badgeOk", true, "toolScanned", true);
    }

    void delay(Ticket ticket, Engineer engineer, Instant start, String reason) {
        visit(ticket, engineer, "report-delay", "newStart", start, "newEnd", start.plus(Duration.ofHours(2)), "reason", reason,
                "customerInformedAt", clock.now().minusSeconds(30));
    }

    void complete(Ticket ticket, Engineer engineer) {
        var fault = ticket.trouble.fault();
        visit(ticket, engineer, "complete", "checklist",
                List.of(Map.of("item", "断电检查", "done", true), Map.of("item", fault.fix(), "done", true),
                        Map.of("item", "与客户一起试用", "done", true)),
                "work", fault.fix() + "，与" + ticket.trouble.caller().salutation() + "一起试用正常", "outcome", "FIXED", "cause", fault.cause(),
                "fix",
                fault.fix());
    }

    void askSignature(Ticket ticket, Engineer engineer) {
        visit(ticket, engineer, "signature-link");
    }

    void sign(Ticket ticket) {
        api.post(null, links.of(ticket.visit), "signerName", ticket.trouble.caller().name(), "strokes",
                "M 12 44 L 30 18 L 38 52 M 24 34 L 44 32 M 60 16 L 58 54 M 50 28 L 72 26 L 66 50 M 88 14 L 84 40 L 100 58 M 80 26 L 108 22");
    }

    void resolve(Ticket ticket, String who, String method) {
        var fault = ticket.trouble.fault();
        api.post(who, ticket.path() + "/resolve", "category", fault.category(), "cause", fault.cause(), "fix", fault.fix(), "method",
                method, "articleId",
                articles.get(fault.summary()), "verifiedWithCustomer", true);
    }

    void applied(Ticket ticket) {
        var article = articles.get(ticket.trouble.fault().summary());
        if (article != null) {
            api.post(ticket.owner, "/api/articles/" + article + "/apply", "ticketId", ticket.id, "succeeded", true);
        }
    }

    void confirm(Ticket ticket) {
        var portal = ticket.trouble.customer().portal();
        if (portal == null) {
            api.post(ticket.owner, ticket.path() + "/confirm", "confirmedBy", ticket.trouble.caller().salutation());
        } else {
            api.post(portal, ticket.path() + "/confirm");
        }
    }

    void rate(Ticket ticket, int skill, int manners, int result, Integer punctuality, String comment) {
        var portal = ticket.trouble.customer().portal();
        api.post(portal == null ? ticket.owner : portal, ticket.path() + "/survey", "skill", skill, "manners", manners, "result", result,
                "punctuality",
                punctuality, "comment", comment);
    }

    private static String visit(Ticket ticket) {
        return "/api/visits/" + ticket.visit;
    }

    private static String text(JsonNode answer, String field) {
        var text = answer.path(field).textValue();
        if (text == null) {
            throw new DemoStopped("no " + field + " in " + answer);
        }
        return text;
    }
}
