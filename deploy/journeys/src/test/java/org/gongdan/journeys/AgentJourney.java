package org.gongdan.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Page;

/** An agent's day in the console: who calls, what waits, what is promised and kept, and whom it goes to. */
@OnPlatform
class AgentJourney {
    private static final int MOST_CLICKS = 6;
    private static final String COUNT = "() => { window.presses = 0; document.addEventListener('pointerdown', () => window.presses++, true); }";
    private static final DateTimeFormatter PICKED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @RegisterExtension
    final Browser browser = new Browser();

    private final Play play;
    private final String gateway;

    AgentJourney(Play play, Platform platform) {
        this.play = play;
        this.gateway = platform.gateway();
    }

    private Console signedIn(Page page, String name, String path) {
        return Console.signedIn(page, gateway, name, path);
    }

    private static String aName(String of) {
        return of + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Nobody else calls from it. */
    private static String aPhone() {
        return "139%08d".formatted(Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 100_000_000L));
    }

    /** An article tells how it is fixed, and the desk finds it. */
    private String knownFault() {
        var fault = aName("扫码枪不读码");
        var article = play.agent.caller().post("/api/articles", Map.of("title", fault, "symptom", fault, "cause", "扫码窗口脏", "fix", "清洁扫码窗口"))
                .statusCode(201).extract().jsonPath().getString("id");
        play.supervisor.post("/api/articles/" + article + "/publish").statusCode(200);
        Patience.await("the desk finds it").until(() -> article.equals(play.agent.knownFixes(fault).getString("items[0].id")));
        return fault;
    }

    private static void more(Console desk, String action) {
        desk.find("action-more").click();
        desk.find("action-" + action).click();
    }

    @Test
    void aKnownCallersTicketIsOpenAfterSixClicksAtMost() {
        // Given
        var name = aName("来电演练店");
        var phone = aPhone();
        play.agent.caller().post("/api/customers", Map.of("name", name, "level", "IMPORTANT",
                "sites", List.of(Map.of("name", "徐家汇店", "address", "上海市徐汇区漕溪北路100号"), Map.of("name", "人民路店", "address", "上海市黄浦区人民路1号")),
                "contacts",
                List.of(Map.of("name", "刘海燕", "salutation", "刘店长", "phone", "13800001234", "siteIndex", 0),
                        Map.of("name", "马小云", "salutation", "马店长", "phone", phone, "siteIndex", 1)),
                "products", List.of(Map.of("name", "收银机 PT-80", "siteIndex", 0), Map.of("name", "扫码枪 SM-2", "siteIndex", 1))))
                .statusCode(201);
        var desk = signedIn(browser.page(), "agent", "/tickets?queue=NEW");
        desk.see(desk.find("queues"));
        desk.page().evaluate(COUNT);

        // When
        desk.find("nav-open").click();
        assertThat(desk.page().locator("#customerId")).isFocused();
        desk.page().keyboard().type(phone);
        desk.page().locator(".ant-select-item-option").getByText(name).click();
        desk.see(desk.find("contactId"), "马店长");
        desk.see(desk.find("siteId"), "人民路店");
        desk.see(desk.find("productId"), "扫码枪");
        desk.find("summary").click();
        desk.page().keyboard().type("扫码枪没有反应");
        Browser.picture(browser.page(), "agent-who-calls");
        desk.find("quick-time").last().click();
        desk.find("submit-ticket").click();

        // Then
        desk.see(desk.find("ticket-summary"), "扫码枪没有反应");
        var clicks = (int) desk.page().evaluate("window.presses");
        assertTrue(clicks <= MOST_CLICKS, clicks + " clicks");
        desk.see(desk.find("facts"), "马店长");
    }

    @Test
    void aNewCallerIsRegisteredOnTheLineAndHisNumberIsCorrectedLater() {
        // Given
        var name = aName("新来电店");
        var phone = aPhone();
        var corrected = aPhone();
        var desk = signedIn(browser.page(), "agent", "/tickets/new");
        desk.see(desk.find("open-form"));
        desk.page().keyboard().type(phone);
        desk.find("register-customer").click();
        desk.type("register-name", name);
        desk.type("add-person", "马小云");
        desk.type("add-salutation", "马店长");
        assertThat(desk.find("add-phone")).hasValue(phone);
        desk.type("add-site-name", "总店");
        desk.type("add-address", "上海市静安区南京西路1号");
        Browser.picture(browser.page(), "agent-register");
        desk.find("register-submit").click();
        desk.see(desk.find("caller-card"), name);
        desk.see(desk.find("contactId"), "马店长");
        desk.find("add-products").click();
        desk.type("add-product-name", "收银机 PT-90");
        desk.find("add-products-submit").click();
        desk.see(desk.find("productId"), "收银机 PT-90");
        desk.type("summary", "收银机开不了机");
        desk.find("quick-time").last().click();
        desk.find("submit-ticket").click();
        desk.see(desk.find("ticket-summary"), "收银机开不了机");
        var number = desk.find("ticket-number").textContent();

        // When
        desk.page().navigate(gateway + "/customers");
        desk.type("customer-query", phone);
        desk.find("customer-row").getByText(name).click();
        desk.page().locator("[data-testid=part][data-kind=contacts] [data-testid=change-part]").click();
        desk.type("change-phone", corrected);
        desk.find("change-submit").click();
        desk.find("reveal").click();
        desk.type("reveal-reason", "核对来电人");
        desk.find("reveal-submit").click();

        // Then
        desk.see(desk.find("revealed"), corrected);
        desk.find("customer-tab-tickets").click();
        desk.see(desk.find("customer-ticket"), number);
        Browser.picture(browser.page(), "agent-customer-tickets");
        desk.find("customer-tab-promises").click();
        desk.see(desk.find("customer-promise").first(), "未结");
        desk.find("customer-tab-contract").click();
        desk.see(desk.find("empty"), "没有合同");
    }

    @Test
    void theDeskKeepsItsWordHandsTheTicketOverAndAsksTheCustomerInTheEnd() {
        // Given
        var fault = knownFault();
        var shop = play.newShop();
        var ticket = Ticket.of(shop, play.agent.open(Reports.with(Reports.call(shop), "summary", fault)));
        var desk = signedIn(browser.page(), "agent", "/tickets/" + ticket.id());
        desk.find("action-acknowledge").click();
        desk.see(desk.told("TicketAcknowledged"));
        more(desk, "callback");
        desk.pick("callback-due", PICKED.format(LocalDateTime.now(ZoneId.of("Asia/Shanghai")).plusHours(2)));
        desk.type("callback-words", "两小时内给您答复");
        desk.find("callback-submit").click();
        desk.see(desk.find("promise-CALL_BACK"), PromiseNames.inChinese("CALL_BACK"));
        desk.find("action-contact").click();
        desk.type("contact-said", "厂家已发货，明天到");
        Browser.picture(browser.page(), "agent-contact");
        desk.find("contact-submit").click();
        desk.see(desk.told("CustomerContacted"), "厂家已发货");
        assertThat(desk.find("promise-CALL_BACK")).isHidden();
        more(desk, "priority");
        desk.option("priority-to", "P2");
        desk.type("priority-reason", "另一台收银机可以用");
        desk.find("priority-submit").click();
        desk.see(desk.find("priority"), "P2");
        more(desk, "handOver");
        desk.type("hand-over-to", "技术中心");
        desk.type("hand-over-reason", "需要数据库专家");
        desk.find("hand-over-submit").click();
        desk.see(desk.find("handed-over"), "技术中心");
        desk.find("clock-RESOLUTION_24H").click();
        desk.see(desk.find("derivation"), "计时");
        desk.find("tab-all").click();
        desk.see(desk.told("PromiseMade").first());
        Browser.picture(browser.page(), "agent-ticket");

        // When
        var centre = signedIn(browser.phone("zh-CN"), "supervisor", "/tickets?queue=HANDED_OVER");
        centre.page().locator("[data-number='" + ticket.number() + "'] a").first().click();
        centre.find("action-acceptHandOver").click();

        // Then
        centre.see(centre.told("HandOverAccepted"), "技术中心");
        assertThat(desk.find("handed-over")).isHidden();
        desk.find("action-resolve").click();
        desk.type("resolve-category", "硬件/打印机");
        desk.find("known-fix").getByLabel("采用 " + fault).click();
        assertThat(desk.find("resolve-fix")).hasValue("清洁扫码窗口");
        desk.find("resolve-verified").check();
        desk.find("resolve-submit").click();
        desk.find("action-confirm").click();
        desk.type("confirm-by", "刘店长");
        desk.find("confirm-submit").click();
        desk.seeAttribute(desk.find("status"), "data-status", "CLOSED");
        desk.find("action-survey").click();
        desk.find("survey-result").locator(".ant-rate-star").last().click();
        desk.find("survey-submit").click();
        desk.see(desk.told("SurveyAnswered"), "处理结果 5");
    }

    @Test
    void theCentreSendsATicketBackAndTheDeskAsksByPhoneHowItWas() {
        // Given
        var ticket = play.reported(play.newShop());
        play.agent.caller().post(ticket.path() + "/hand-over", Map.of("to", "技术中心", "reason", "需要数据库专家")).statusCode(200);
        var centre = signedIn(browser.phone("zh-CN"), "engineer", "/tickets/" + ticket.id());
        centre.find("action-refuseHandOver").click();
        centre.type("refuse-hand-over-reason", "与数据库无关，请先换网线");
        centre.find("refuse-hand-over-submit").click();
        centre.see(centre.told("HandOverRefused"), "请先换网线");
        play.agent.phoneFix(ticket, true, true).statusCode(200);
        play.agent.resolve(ticket, Reports.resolution("PHONE")).statusCode(200);
        var desk = signedIn(browser.page(), "agent", "/tickets/" + ticket.id());

        // When
        desk.find("action-survey").click();
        desk.find("survey-call").locator(".ant-rate-star").nth(4).click();
        desk.find("survey-result").locator(".ant-rate-star").nth(3).click();
        desk.type("survey-comment", "客户说很满意");
        desk.find("survey-submit").click();

        // Then
        desk.see(desk.told("SurveyAnswered"), "电话接待 5");
        desk.see(desk.told("SurveyAnswered"), "处理结果 4");
        desk.see(desk.told("SurveyAnswered"), "客户说很满意");
    }

    @Test
    void whatWaitsIsAssignedAtOnceAndWhatIsDoubleIsCancelled() {
        // Given
        var name = aName("队列演练店");
        var shop = play.agent.register(name);
        var first = play.reported(shop);
        var second = play.reported(shop);
        var desk = signedIn(browser.page(), "agent", "/tickets?queue=UNASSIGNED&query=" + name);
        desk.page().getByLabel("选择工单 " + first.number()).check();
        desk.page().getByLabel("选择工单 " + second.number()).check();
        Browser.picture(browser.page(), "agent-queue");

        // When
        desk.find("bulk-assign").click();
        desk.choose("bulk-to", "李工");
        desk.find("bulk-submit").click();

        // Then
        desk.see(desk.page().locator("[data-testid=bulk-row][data-done=true]").nth(1));
        desk.find("bulk-close").click();
        desk.see(desk.find("empty"));
        play.agent.look(first).body("assignee", equalTo(play.li.id()));
        desk.page().navigate(gateway + "/tickets/" + second.id());
        more(desk, "cancel");
        desk.type("cancel-reason", "与前一张重复");
        desk.find("cancel-submit").click();
        desk.seeAttribute(desk.find("status"), "data-status", "CANCELLED");
        desk.see(desk.told("TicketCancelled"), "与前一张重复");
    }
}
