package org.gongdan.knowledge;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.gongdan.platform.event.EventJson;
import org.gongdan.testing.Tokens;
import org.gongdan.testing.Topics;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Articles as tests need them, made through the API, and tickets as ticket-service tells of them. */
public final class ArticleFixtures {

    private ArticleFixtures() {
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    public static Map<String, Object> aText(String title, String symptom, String cause, String fix, String product) {
        return new HashMap<>(
                Map.of("title", title, "symptom", symptom, "cause", cause, "fix", fix, "product", product, "category", "SOFTWARE"));
    }

    public static Map<String, Object> aText() {
        return aText("积分卡无法读取", "刷卡后提示通讯超时", "读卡器驱动版本过旧", "升级读卡器驱动到 2.1 并重启收银程序", "积分收银系统");
    }

    /** @return id of a draft written by the engineer */
    public static UUID aDraft(Map<String, Object> text) {
        return as(Tokens.engineer()).body(text).post("/api/articles").then().statusCode(201).extract().jsonPath().getUUID("id");
    }

    /** @return id of an article written by the engineer and published by the supervisor */
    public static UUID aPublished(Map<String, Object> text) {
        UUID id = aDraft(text);
        as(Tokens.supervisor()).post("/api/articles/" + id + "/publish").then().statusCode(200);
        return id;
    }

    public static Map<String, Object> aResolution(UUID ticket, UUID articleId) {
        Map<String, Object> body = new HashMap<>(
                Map.of("ticketId", ticket, "customerId", Tokens.XINGFU, "number", "2611-0042", "product", "积分收银系统",
                        "summary", "小票打印机不出纸", "category", "HARDWARE", "cause", "切刀卡住", "fix", "清理切刀并重新装纸", "method", "ON_SITE",
                        "resolvedAt", "2026-11-22T06:00:00Z"));
        body.put("resolvedBy", "engineer");
        if (articleId != null) {
            body.put("articleId", articleId);
        }
        return body;
    }

    /** @return id of the event */
    public static UUID ticketEvent(String type, UUID ticket, Map<String, Object> body) {
        return Topics.shared().send("ticket-events", type, ticket, 3, Tokens.XINGFU, EventJson.write(body));
    }
}
