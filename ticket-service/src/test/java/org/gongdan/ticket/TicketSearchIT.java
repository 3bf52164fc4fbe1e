package org.gongdan.ticket;

import static org.gongdan.ticket.TicketFixtures.aCustomer;
import static org.gongdan.ticket.TicketFixtures.aPhoneReport;
import static org.gongdan.ticket.TicketFixtures.as;
import static org.gongdan.ticket.TicketFixtures.opened;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.gongdan.testing.Infrastructure;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class TicketSearchIT {

    private static String reported(String summary, UUID customer) {
        Map<String, Object> report = aPhoneReport(aCustomer(customer));
        report.put("summary", summary);
        return opened(report, Tokens.agent()).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse found(String token, String query) {
        return as(token).queryParam("query", query).get("/api/tickets").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"断网", "收款机断网%", "收款机 7号", "vpn_x", "VPN_X 断网", "收款机断网% 7号"})
    void everyWordIsFoundWhereverItStandsAndHoweverItIsWritten(String query) {
        // Given
        String id = reported("7号收款机断网%，Vpn_X 拨不通", Tokens.YANGGUANG);

        // When
        var found = found(Tokens.foreignCustomer(), query);

        // Then
        assertEquals(id, found.extract().path("items[0].id"));
    }

    @ParameterizedTest
    @CsvSource({"收银机 无法打印, 收银机　打印", "ＰＯＳ机 死机, POS机", "POS机 蓝屏, ｐｏｓ机", "标签机TM-U220B 卡纸, ＴＭ－Ｕ２２０Ｂ", "标签机ＴＭ—Ｕ２２０Ｂ 断针, tmu220b",
            "收銀機 當機, 收银机当机", "收银机 当机, 收銀機　當機",
            "Wi-Fi 频繁掉线, wifi", "WiFi 掉线, wi-fi", "ESP32-C6 离线, ESP32C6", "扫码枪失灵, '扫码枪\u00a0失\u200b灵'", "Straße 断电, STRASSE", "断_网 了, 断网",
            "Cafe\u0301 断电, CAFÉ"})
    void whatReadsTheSameIsFound(String summary, String query) {
        // Given
        String id = reported(summary, Tokens.YANGGUANG);

        // When
        var found = found(Tokens.foreignCustomer(), query);

        // Then
        assertEquals(id, found.extract().path("items[0].id"));
    }

    @ParameterizedTest
    @CsvSource({"'　', true", "'\u200b\u2003', true", "-, false", "＿, false"})
    void whatCannotBeSeenAsksNothingAndADashFindsNothing(String query, boolean finds) {
        // Given
        reported("1号机断电", Tokens.YANGGUANG);

        // When
        var found = found(Tokens.foreignCustomer(), query);

        // Then
        assertEquals(finds, !found.extract().jsonPath().getList("items").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s ", "FULL-WIDTH", "WITHOUT"})
    void aTicketIsReadByItsNumberHoweverItIsTyped(String typed) {
        // Given
        String id = reported("交换机断电", Tokens.YANGGUANG);
        String number = as(Tokens.agent()).get("/api/tickets/" + id).then().extract().path("number");
        String asked = switch (typed) {
            case "FULL-WIDTH" -> number.codePoints().map(point -> point + 0xFEE0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            case "WITHOUT" -> number.replace("-", "");
            default -> typed.formatted(number);
        };

        // When
        var read = as(Tokens.foreignCustomer()).pathParam("number", asked).get("/api/tickets/by-number/{number}").then();

        // Then
        read.statusCode(200).body("id", equalTo(id));
    }

    @Test
    void aPlaceHasTheTicketsThatWereReportedThere() {
        // Given
        TicketFixtures.Customer customer = aCustomer(UUID.randomUUID());
        Map<String, Object> report = aPhoneReport(customer);
        report.put("summary", "冰柜不制冷");
        String id = opened(report, Tokens.agent()).statusCode(201).extract().path("id");
        report.remove("siteId");
        opened(report, Tokens.agent()).statusCode(201);

        // When
        var there = as(Tokens.agent()).queryParam("siteId", customer.siteId()).get("/api/tickets").then();

        // Then
        there.statusCode(200).body("items.id", equalTo(List.of(id)));
        for (String asked : List.of("query=冰柜", "status=OPEN", "order=DUE", "query=冰柜&priority=P2", "customerId=" + customer.id())) {
            as(Tokens.agent()).get("/api/tickets?siteId=" + customer.siteId() + "&" + asked).then().statusCode(200).body("items.id",
                    equalTo(List.of(id)));
        }
        as(Tokens.agent()).get("/api/tickets?query=收款机&siteId=" + customer.siteId()).then().body("items.size()", equalTo(0));
        as(Tokens.customer()).get("/api/tickets?siteId=" + customer.siteId()).then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void whoIsAssignedInCapitalsFindsItAmongHisOwn() {
        // Given
        String id = reported("路由器断电", Tokens.YANGGUANG);
        as(Tokens.agent()).body(Map.of("assignee", " ＥＮＧineer")).post("/api/tickets/" + id + "/assign").then().statusCode(200)
                .body("assignee", equalTo("engineer"));

        // When
        var mine = as(Tokens.engineer()).get("/api/tickets?mine=true").then();

        // Then
        mine.statusCode(200).body("items[0].id", equalTo(id));
    }

    /** Written by a process that knows nothing of forms, as before or during an upgrade. */
    @Test
    void whatWasWrittenWithoutItsFormIsFoundSoon() throws SQLException, IOException {
        // Given
        String id = reported("冰柜断电", Tokens.YANGGUANG);

        // When
        TicketFixtures.copies(id, "制冰机ＴＭ－９９", 1);

        // Then
        Awaitility.await("the old row has its form")
                .untilAsserted(() -> found(Tokens.foreignCustomer(), "制冰機tm99").body("items.summary", contains("制冰机ＴＭ－９９")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"断网 卡纸", "网断", "%%", "断%网", "\\", "'; drop table ticket; --"})
    void whatHoldsNotAllWordsIsNotFound(String query) {
        // Given
        reported("扫码枪断网", Tokens.YANGGUANG);

        // When
        var found = found(Tokens.foreignCustomer(), query);

        // Then
        found.body("items", empty());
    }

    @Test
    void aNumberFindsItsTicket() {
        // Given
        String id = reported("路由器重启", Tokens.YANGGUANG);
        String number = as(Tokens.agent()).get("/api/tickets/" + id).then().extract().path("number");

        // When
        var found = found(Tokens.agent(), number);

        // Then
        found.body("items.id", contains(id));
    }

    @Test
    void theCustomersOfOthersAreNotSearched() {
        // Given
        reported("保险柜密码锁失灵", Tokens.XINGFU);

        // When
        var found = found(Tokens.foreignCustomer(), "保险柜");

        // Then
        found.body("items", empty());
    }

    /** Two thousand newer tickets hold neither word, so that the old ones are found by the index only. */
    @Test
    void rareWordsAreFoundBehindManyNewerTicketsAndPaged() throws SQLException, IOException {
        // Given
        String older = reported("冷库温控器报警", Tokens.YANGGUANG);
        String newer = reported("冷库温控器掉线", Tokens.YANGGUANG);
        TicketFixtures.copies(older, "日常巡检", 2_000);

        // When
        var first = as(Tokens.foreignCustomer()).queryParam("query", "温控").queryParam("limit", 1).get("/api/tickets").then().statusCode(200)
                .extract().jsonPath();

        // Then
        assertEquals(List.of(newer), first.getList("items.id"));
        as(Tokens.foreignCustomer()).queryParam("query", "温控").queryParam("cursor", first.getString("next")).get("/api/tickets").then()
                .body("items[0].id", equalTo(older));
    }
}
