package org.gongdan.knowledge.search;

import static org.awaitility.Awaitility.await;
import static org.gongdan.knowledge.ArticleFixtures.aDraft;
import static org.gongdan.knowledge.ArticleFixtures.aPublished;
import static org.gongdan.knowledge.ArticleFixtures.aText;
import static org.gongdan.knowledge.ArticleFixtures.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.gongdan.knowledge.WithTopics;
import org.gongdan.testing.PostgresServer;
import org.gongdan.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(WithTopics.class)
class SearchIT {

    private static boolean filled;

    /** What a shop's cash desk may suffer from: articles that share many words with each other. */
    @BeforeEach
    void knowledge() {
        if (filled) {
            return;
        }
        filled = true;
        List.of(aText("会员卡积分未到账", "顾客消费后积分没有增加", "积分同步任务停止", "重启积分同步服务并补传流水", "会员系统"),
                aText("扫码枪无法识别条码", "扫描商品条码没有反应", "扫码枪接口松动", "重新插拔扫码枪并恢复出厂设置", "扫码枪"),
                aText("小票打印机不出纸", "结账后小票打印机没有反应，指示灯红色", "切刀卡住", "清理切刀并重新装纸", "小票打印机"),
                aText("小票打印乱码", "打印出来的小票全是乱码", "字符集设置错误", "把打印机字符集改为 GB18030", "小票打印机"),
                aText("收银机开机黑屏", "按下电源后屏幕没有显示", "内存条接触不良", "清洁内存条金手指后重新安装", "收银机"),
                aText("收银系统登录失败", "输入密码后提示账号被锁定", "连续输错密码", "在后台解锁账号并重置密码", "积分收银系统"),
                aText("网络中断无法结账", "收银台提示无法连接服务器", "交换机端口故障", "更换交换机端口并检查网线", "网络"),
                aText("电子秤重量不准", "称重结果偏大", "传感器零点漂移", "执行零点校准", "电子秤"),
                aText("监控画面卡顿", "摄像头画面不流畅", "硬盘录像机带宽不足", "降低码流并升级固件", "监控"),
                aText("Windows 更新后蓝屏", "重启后蓝屏 0x0000007B", "磁盘驱动不兼容", "进入安全模式回退驱动", "PC")).forEach(text -> aPublished(text));
    }

    private static ValidatableResponse search(String query) {
        return as(Tokens.agent()).queryParam("query", query).get("/api/articles").then().statusCode(200);
    }

    private static void firstFoundBecomes(String query, UUID id) {
        await().untilAsserted(() -> search(query).body("items[0].id", equalTo(id.toString())));
    }

    @Test
    void sameSymptomReportedAgainFindsThePublishedArticleFirst() {
        // Given
        UUID id = aDraft(aText("积分卡无法读取", "刷卡后提示通讯超时", "读卡器驱动版本过旧", "升级读卡器驱动并重启收银程序", "积分收银系统"));
        search("积分卡无法读取").body("items.id", not(hasItem(id.toString())));

        // When
        as(Tokens.supervisor()).post("/api/articles/" + id + "/publish").then().statusCode(200);

        // Then
        firstFoundBecomes("积分卡无法读取", id);
        search("积分卡无法读取").body("items[0].score", greaterThan(0f)).body("items[0].fix", equalTo("升级读卡器驱动并重启收银程序"))
                .body("items[0].status", equalTo("PUBLISHED")).body("next", nullValue());
        search("客户说积分卡刷了以后一直提示通讯超时").body("items[0].id", equalTo(id.toString()));
        search("读卡器读不了积分卡").body("items[0].id", equalTo(id.toString()));
    }

    @ParameterizedTest
    @CsvSource({"打印机不出小票纸, 小票打印机不出纸", "打印出来都是乱码, 小票打印乱码", "扫条码没反应, 扫码枪无法识别条码", "屏幕黑的打不开, 收银机开机黑屏",
            "秤不准, 电子秤重量不准", "摄像头很卡, 监控画面卡顿", "蓝屏 0x0000007b, Windows 更新后蓝屏", "连不上服务器 没法结账, 网络中断无法结账", "账号锁定登录不了, 收银系统登录失败"})
    void whatPeopleSayFindsWhatEngineersWrote(String said, String title) {
        await().untilAsserted(() -> search(said).body("items[0].title", equalTo(title)));
    }

    @Test
    void anArticleIsFoundHoweverItIsSpelled() {
        // Given
        UUID id = aPublished(aText("Wi-Fi 频繁掉线", "平板离线", "信道拥塞", "更换信道", "TM U330"));

        // When
        var found = await().until(() -> search("ｗｉｆｉ　頻繁掉線"), articles -> !articles.extract().jsonPath().getList("items").isEmpty());

        // Then
        found.body("items[0].id", equalTo(id.toString()));
        search("wifi").body("items[0].id", equalTo(id.toString()));
        for (String product : List.of("TM-U330", "ＴＭ　Ｕ３３０", "tmu330")) {
            as(Tokens.agent()).queryParam("product", product).get("/api/articles").then().statusCode(200).body("items.id",
                    contains(id.toString()));
        }
    }

    @Test
    void productAskedForComesFirst() {
        // Given
        UUID scanner = aPublished(aText("设备频繁掉线", "使用中设备掉线", "供电不足", "更换供电适配器", "无线扫码枪"));
        UUID printer = aPublished(aText("设备频繁掉线", "使用中设备掉线", "供电不足", "更换供电适配器", "无线打印机"));
        await().untilAsserted(
                () -> search("设备频繁掉线").body("items.id", hasItem(scanner.toString())).body("items.id", hasItem(printer.toString())));

        // When
        var forPrinter = as(Tokens.agent()).queryParam("query", "设备频繁掉线").queryParam("product", "无线打印机").get("/api/articles").then();

        // Then
        forPrinter.body("items[0].id", equalTo(printer.toString())).body("items.id", hasItem(scanner.toString()));
        as(Tokens.agent()).queryParam("query", "设备频繁掉线").queryParam("product", "无线扫码枪").get("/api/articles").then().body("items[0].id",
                equalTo(scanner.toString()));
    }

    @Test
    void changedArticleIsNotFoundUntilReviewedAgain() {
        // Given
        UUID id = aPublished(aText("钱箱弹不开", "结账后钱箱没有弹出", "钱箱线松动", "重新插紧钱箱线", "钱箱"));
        firstFoundBecomes("钱箱弹不开", id);

        // When
        as(Tokens.engineer()).body(aText("钱箱弹不开", "结账后钱箱没有弹出", "电磁铁烧毁", "更换电磁铁", "钱箱")).put("/api/articles/" + id).then().statusCode(200);

        // Then
        search("钱箱弹不开").body("items.id", not(hasItem(id.toString())));
        await().untilAsserted(
                () -> as(Tokens.supervisor()).queryParam("query", "电磁铁").queryParam("status", "DRAFT").get("/api/articles").then()
                        .body("items[0].id", equalTo(id.toString())));
    }

    @Test
    void whatAnotherProcessPublishesIsFoundToo() throws SQLException, IOException {
        // Given
        UUID id = UUID.randomUUID();

        // When
        try (Connection connection = PostgresServer.shared().connect(); PreparedStatement insert = connection.prepareStatement("""
                insert into article (id, version, title, symptom, cause, fix, status, author, editor, created_at, changed_at)
                values (?, 0, '冷柜温度过高', '冷柜显示零上八度', '冷凝器积尘', '清洗冷凝器', 'PUBLISHED', 'engineer', 'engineer', now(), now())""")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        }

        // Then
        firstFoundBecomes("冷柜温度过高", id);
    }

    @Test
    void onlySupervisorsSearchDrafts() {
        UUID id = aDraft(aText());
        as(Tokens.agent()).get("/api/articles?status=DRAFT").then().statusCode(403).body("type",
                equalTo("/problems/drafts-for-supervisors"));
        as(Tokens.supervisor()).get("/api/articles?status=DRAFT").then().statusCode(200).body("items[0].id", equalTo(id.toString()))
                .body("items[0].score", nullValue());
        as(Tokens.supervisor()).get("/api/articles?status=NONSENSE").then().statusCode(400);
    }

    @Test
    void listWithoutQuestionIsPaged() {
        String next = as(Tokens.manager()).get("/api/articles?limit=2").then().statusCode(200).body("items", hasSize(2))
                .body("next", notNullValue()).extract().jsonPath().getString("next");
        as(Tokens.manager()).queryParam("cursor", next).get("/api/articles?limit=2").then().statusCode(200).body("items", hasSize(2));
        as(Tokens.manager()).queryParam("cursor", "!").get("/api/articles").then().statusCode(400);
        as(Tokens.manager()).queryParam("limit", 201).get("/api/articles").then().statusCode(400);
        as(Tokens.manager()).queryParam("product", "电子秤").get("/api/articles").then().statusCode(200)
                .body("items.title", hasItem("电子秤重量不准")).body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*:*", "title:x AND (", "\"", "~^!{}[]\\", "　", "👍", "a"})
    void querySyntaxIsJustText(String query) {
        search(query).body("items", notNullValue());
    }

    @Test
    void textWithoutWordsFindsNothing() {
        search("？！。的").body("items", is(empty()));
    }

    @Test
    void longestQuestionIsAnsweredAndLongerOnesRefused() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < 400; at++) {
            text.appendCodePoint(0x4e00 + at * 7);
        }
        search(text.toString());
        as(Tokens.agent()).queryParam("query", text + "长").get("/api/articles").then().statusCode(400);
    }
}
