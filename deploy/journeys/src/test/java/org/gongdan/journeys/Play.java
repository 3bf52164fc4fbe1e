package org.gongdan.journeys;

import java.time.Instant;
import java.util.Map;

/** Who plays in a journey, and the scenes that come before it: each builds on the one before. */
final class Play {
    /** 幸福超市, whose people have accounts for the portal and whose system has one for the API. */
    static final String XINGFU = "0190a000-0000-7000-8000-000000000001";

    final Agent agent;
    final Dispatcher dispatcher;
    final Engineer li;
    final Engineer zhao;
    final Customer liu;
    /** Of 阳光小学: everything of other customers must be as missing for him. */
    final Customer foreigner;
    final Integrator erp;
    final Signer signer;
    final Caller stranger;
    final Caller manager;
    final Caller supervisor;
    final Promises promises;
    final Story story;
    final EventLog events;
    final Platform platform;

    Play(Platform platform) {
        this.platform = platform;
        agent = new Agent(Caller.user(platform, "agent"));
        dispatcher = new Dispatcher(Caller.user(platform, "dispatcher"));
        li = new Engineer(Caller.user(platform, "engineer"), "0190a000-0000-7000-8000-000000000102");
        zhao = new Engineer(Caller.user(platform, "engineer2"), "0190a000-0000-7000-8000-000000000103");
        liu = new Customer(Caller.user(platform, "customer"));
        foreigner = new Customer(Caller.user(platform, "customer2"));
        erp = new Integrator(new Caller(platform, () -> platform.tokenOfClient("erp-xingfu")));
        stranger = Caller.stranger(platform);
        signer = new Signer(stranger);
        manager = Caller.user(platform, "manager");
        supervisor = Caller.user(platform, "supervisor");
        promises = new Promises(supervisor);
        story = new Story(agent.caller());
        events = new EventLog(platform);
    }

    Mailbox mailOf(Ticket ticket) {
        return new Mailbox(platform, ticket.shop().mail());
    }

    Mailbox supervisorsMail() {
        return new Mailbox(platform, "supervisor@gongdan.example");
    }

    Shop newShop() {
        return agent.register("旺角便利店");
    }

    Shop xingfu() {
        return agent.addContact(XINGFU);
    }

    Ticket reported(Shop shop) {
        return Ticket.of(shop, agent.open(Reports.call(shop)));
    }

    Ticket reported(Shop shop, Instant expectedBy) {
        return Ticket.of(shop, agent.open(Reports.call(shop, expectedBy)));
    }

    /** Phone and remote help have been tried in vain. */
    Ticket triedInVain(Shop shop) {
        var ticket = reported(shop);
        agent.phoneFix(ticket, true, false).statusCode(200);
        var session = agent.startRemote(ticket, Reports.remoteSession()).statusCode(201).extract().jsonPath().getString("id");
        agent.logStep(ticket, session, "重装打印驱动", "仍无法打印").statusCode(201);
        agent.endRemote(ticket, session, false, "疑似打印头损坏，需要上门").statusCode(200);
        return ticket;
    }

    Visit ordered(Shop shop) {
        var ticket = triedInVain(shop);
        agent.requestVisit(ticket, Map.of("need", "上门更换打印头")).statusCode(200);
        return dispatcher.awaitOrder(ticket);
    }

    Visit scheduled(Shop shop, Engineer engineer, Window window) {
        var visit = ordered(shop);
        dispatcher.schedule(visit, engineer, window).statusCode(200);
        return visit;
    }

    Visit accepted(Shop shop, Engineer engineer, Window window) {
        var visit = scheduled(shop, engineer, window);
        engineer.accept(visit).statusCode(200);
        return visit;
    }

    Visit started(Shop shop, Engineer engineer, Window window) {
        var visit = accepted(shop, engineer, window);
        engineer.depart(visit, true).statusCode(200);
        engineer.arrive(visit).statusCode(200);
        return visit;
    }

    Visit completed(Shop shop, Engineer engineer, Window window) {
        var visit = started(shop, engineer, window);
        engineer.complete(visit).statusCode(200);
        return visit;
    }

    /** Sends it; what comes back is the path of the page it leads to, read from the customer's mail. */
    String signaturePage(Visit visit, Engineer engineer) {
        engineer.sendSignatureLink(visit).statusCode(201);
        return signaturePageOf(visit.ticket());
    }

    String signaturePageOf(Ticket ticket) {
        return Signer.pageIn(mailOf(ticket).await("签字", "/sign/"), platform.gateway());
    }

    /** Path of the page by which the contact answers whether the fault is gone, read from his mail. */
    String answerPageOf(Ticket ticket) {
        return Signer.pageIn(mailOf(ticket).await("【已解决】", "/answer/"), platform.gateway());
    }

    /** What the page asks, for those who sign without it. */
    String signatureLink(Visit visit, Engineer engineer) {
        return Signer.behind(signaturePage(visit, engineer));
    }

    Ticket resolved(Shop shop, Engineer engineer, Window window) {
        var visit = completed(shop, engineer, window);
        signer.sign(signatureLink(visit, engineer)).statusCode(200);
        engineer.resolve(visit.ticket(), Reports.resolution("ON_SITE")).statusCode(200);
        return visit.ticket();
    }
}
