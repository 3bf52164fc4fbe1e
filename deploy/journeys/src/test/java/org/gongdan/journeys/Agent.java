package org.gongdan.journeys;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** 王坐席 on the service desk: takes calls, helps from afar, asks for visits. */
record Agent(Caller caller) {

    /** A customer nobody has heard of before, with a mailbox of its own. */
    Shop register(String name) {
        var mail = mail();
        var file = caller.post("/api/customers", Map.of("name", name, "level", "IMPORTANT",
                "sites", List.of(Map.of("name", "徐家汇店", "address", "上海市徐汇区漕溪北路100号")),
                "contacts", List.of(Map.of("name", "刘海燕", "salutation", "刘店长", "phone", "13800001234", "email", mail, "siteIndex", 0)),
                "products", List.of(Map.of("name", "积分收银机 PT-80", "serial", "PT80-" + mail.hashCode(), "siteIndex", 0))))
                .statusCode(201).extract().jsonPath();
        return new Shop(file.getString("id"), file.getString("sites[0].id"), file.getString("products[0].id"),
                file.getString("contacts[0].id"), mail);
    }

    /** A further contact of a customer that is there already, so that the mails of one journey are told from others'. */
    Shop addContact(String customer) {
        var mail = mail();
        var salutation = "店长" + mail.substring(0, 8);
        var known = caller.get("/api/customers/" + customer).statusCode(200).extract().jsonPath();
        var site = known.getString("sites[0].id");
        var file = caller.post("/api/customers/" + customer + "/contacts",
                Map.of("name", "刘海燕", "salutation", salutation, "phone", "13800001234", "email", mail, "siteId", site)).statusCode(201)
                .extract().jsonPath();
        return new Shop(customer, site, known.getString("products[0].id"),
                file.param("who", salutation).getString("contacts.find { it.salutation == who }.id"), mail);
    }

    private static String mail() {
        return UUID.randomUUID() + "@shop.example";
    }

    ValidatableResponse open(Map<String, ?> report) {
        return caller.post("/api/tickets", report);
    }

    ValidatableResponse look(Ticket ticket) {
        return caller.get(ticket.path());
    }

    JsonPath knownFixes(String symptom) {
        return caller.get("/api/articles", Map.of("query", symptom)).statusCode(200).extract().jsonPath();
    }

    ValidatableResponse acknowledge(Ticket ticket) {
        return caller.post(ticket.path() + "/acknowledge");
    }

    ValidatableResponse waitFor(Ticket ticket, String reason, String evidence) {
        return caller.post(ticket.path() + "/wait", Map.of("reason", reason, "evidence", evidence));
    }

    ValidatableResponse resume(Ticket ticket) {
        return caller.post(ticket.path() + "/resume");
    }

    ValidatableResponse cancel(Ticket ticket, String reason) {
        return caller.post(ticket.path() + "/cancel", Map.of("reason", reason));
    }

    ValidatableResponse phoneFix(Ticket ticket, boolean customerAgreed, boolean succeeded) {
        return caller.post(ticket.path() + "/phone-fix",
                Map.of("customerAgreed", customerAgreed, "steps", "请客户重启打印机并重新装纸", "succeeded", succeeded));
    }

    ValidatableResponse startRemote(Ticket ticket, Map<String, ?> session) {
        return caller.post(ticket.path() + "/remote-sessions", session);
    }

    ValidatableResponse logStep(Ticket ticket, String session, String action, String result) {
        return caller.post(ticket.path() + "/remote-sessions/" + session + "/steps", Map.of("action", action, "result", result));
    }

    ValidatableResponse endRemote(Ticket ticket, String session, boolean succeeded, String result) {
        return caller.post(ticket.path() + "/remote-sessions/" + session + "/end", Map.of("succeeded", succeeded, "result", result));
    }

    ValidatableResponse requestVisit(Ticket ticket, Map<String, ?> request) {
        return caller.post(ticket.path() + "/request-visit", request);
    }

    ValidatableResponse resolve(Ticket ticket, Map<String, ?> resolution) {
        return caller.post(ticket.path() + "/resolve", resolution);
    }

    ValidatableResponse confirm(Ticket ticket, Map<String, ?> by) {
        return caller.post(ticket.path() + "/confirm", by);
    }

    ValidatableResponse reveal(Shop shop, String reason) {
        return caller.post("/api/customers/" + shop.customer() + "/contacts/" + shop.contact() + "/reveal", Map.of("reason", reason));
    }
}
