package org.gongdan.stack.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is prepared and decided behind the desk: knowledge, roster, compensation, reports. */
final class Office {

    private static final List<String> EVERYBODY = List.of("agent", "agent2", "agent3", "dispatcher", "supervisor", "manager", "engineer",
            "engineer2",
            "engineer3", "engineer4", "engineer5", "engineer6", "customer", "customer2");

    private final Set<String> published = new HashSet<>();
    private final Api api;
    private final Cast cast;
    private final Crew crew;
    private final Days days;

    Office(Api api, Cast cast, Crew crew, Days days) {
        this.api = api;
        this.cast = cast;
        this.crew = crew;
        this.days = days;
    }

    /** @return ids of the articles by what the fault is called */
    Map<String, String> articles() {
        var articles = new HashMap<String, String>();
        for (var fault : cast.faults()) {
            if (fault.article()) {
                var id = api
                        .post(fault.way().equals("ON_SITE") ? "engineer2" : "agent2", "/api/articles", "title", fault.summary(), "symptom",
                                fault.symptom(), "cause", fault.cause(), "fix", fault.fix(), "product", fault.product(), "category",
                                fault.category())
                        .path("id").textValue();
                api.post("supervisor", "/api/articles/" + id + "/publish");
                articles.put(fault.summary(), id);
            }
        }
        return articles;
    }

    /** Shifts from the first day until the end of next month. */
    void roster() {
        api.put("supervisor", "/api/duties/FIELD", "name", "现场工程师", "responsibilities", "上门服务；出发前检查着装、证件和工具，当天交单。", "zone",
                Days.ZONE.getId(), "hours", hours("08:30", "18:00"), "needed", 2);
        api.put("supervisor", "/api/duties/DESK", "name", "服务台", "responsibilities", "接听电话、受理网上报修，承诺时间内回复客户，交接班时说明未完事项。", "zone",
                Days.ZONE.getId(), "hours", hours("08:00", "22:00"), "needed", 1);
        rotate("FIELD", List.of(turn("白班", "08:30", "18:00")), Crew.FIELD_PATTERN,
                Cast.ENGINEERS.stream().map(engineer -> member(engineer.user(), Crew.FIELD_OFFSETS.get(Cast.ENGINEERS.indexOf(engineer))))
                        .toList(),
                crew.fieldAnchor());
        rotate("DESK", List.of(turn("早班", "08:00", "15:00"), turn("晚班", "15:00", "22:00")), Crew.DESK_PATTERN,
                Cast.AGENTS.stream().map(agent -> member(agent, Crew.DESK_OFFSETS.get(Cast.AGENTS.indexOf(agent)))).toList(),
                crew.deskAnchor());
    }

    private static List<Map<String, Object>> hours(String from, String to) {
        return Stream.of(DayOfWeek.values()).map(day -> Api.object("day", day.name(), "from", from, "to", to)).toList();
    }

    private void rotate(String duty, List<?> turns, List<String> pattern, List<?> members, LocalDate anchor) {
        var last = YearMonth.from(days.today()).plusMonths(1).atEndOfMonth().toString();
        var from = days.first().toString();
        api.post("supervisor", "/api/duties/" + duty + "/rotation", "from", from, "to", last, "rotation",
                Api.object("turns", turns, "pattern", pattern, "members", members, "anchor", anchor.toString()));
        api.post("supervisor", "/api/duties/" + duty + "/publication", "from", from, "to", last, "acceptGaps", true);
    }

    private static Map<String, Object> turn(String name, String start, String end) {
        return Map.of("name", name, "start", start, "end", end);
    }

    private static Map<String, Object> member(String person, int offset) {
        return Map.of("person", person, "offset", offset);
    }

    /** The early shift writes down what is open, the late one takes it over. */
    void handOver(LocalDate day, String note) {
        var shift = shift(crew.atDesk(day, "早班"), day);
        api.put(crew.atDesk(day, "早班"), "/api/shifts/" + shift + "/handover", "note", note, "items", List.of());
        api.post(crew.atDesk(day, "晚班"), "/api/shifts/" + shift + "/handover/accept");
    }

    void writeHandOver(String person, LocalDate day, String note, List<?> items) {
        api.put(person, "/api/shifts/" + shift(person, day) + "/handover", "note", note, "items", items);
    }

    void askSwap(String person, LocalDate earliest, String colleague, String reason) {
        var found = api.get(person, "/api/shifts?person=" + person + "&limit=1&from=" + Days.at(earliest, 0, 0)).path("items").path(0);
        api.post(person, "/api/shifts/" + found.path("id").textValue() + "/swap", "colleague", colleague, "reason", reason);
    }

    private String shift(String person, LocalDate day) {
        return api.get(person, "/api/shifts?person=" + person + "&limit=1&from=" + Days.at(day, 7, 0) + "&to=" + Days.at(day, 23, 0))
                .path("items")
                .path(0).path("id").textValue();
    }

    void excludeFrom(String customer) {
        for (var entry : owed(customer)) {
            api.post("supervisor", "/api/compensations/" + entry + "/exclusion", "cause", "SUPPLIER", "reason", "门锁厂家授权服务器故障，我方已及时联系",
                    "evidence",
                    "厂家故障通告及往来邮件");
        }
    }

    void approveCompensation(String customer) {
        for (var entry : owed(customer)) {
            api.post("manager", "/api/compensations/" + entry + "/approve");
        }
    }

    private List<String> owed(String customer) {
        var owed = new ArrayList<String>();
        api.get("manager", "/api/compensations?status=OWED&customerId=" + cast.customer(customer).id()).path("items").forEach(entry -> {
            // What can still grow is decided later.
            if (entry.path("settled").booleanValue()) {
                owed.add(entry.path("id").textValue());
            }
        });
        return owed;
    }

    /** Releases the report of the month that is over, as the timer has drafted it, or drafts it when no timer has. */
    void release(String customer, String comment) {
        var id = cast.customer(customer).id();
        var month = days.reported().toString();
        var drafts = api.get("manager", "/api/sla-reports/monthly?status=DRAFT&month=" + month + "&customerId=" + id).path("items");
        var report = drafts.isEmpty()
                ? api.post("manager", "/api/sla-reports/monthly", "type", "CUSTOMER", "customerId", id, "month", month)
                        .path("report").path("id").textValue()
                : drafts.path(0).path("id").textValue();
        api.post("manager", "/api/sla-reports/monthly/" + report + "/release", "comment", comment);
    }

    /** All but the last two of what the ladder has told is taken up. */
    void answerEscalations() {
        var open = api.get("supervisor", "/api/escalations?state=OPEN&limit=50").path("items");
        for (var place = 2; place < open.size(); place++) {
            var one = open.path(place);
            api.post("supervisor", "/api/escalations/" + one.path("clockId").textValue() + "/" + one.path("number").intValue() + "/answer",
                    "note",
                    "已联系责任人，今天处理完");
        }
    }

    /** The supervisor takes what was learned into the knowledge base, each fault once. */
    void reviewDrafts() {
        for (var draft : api.get("supervisor", "/api/articles?status=DRAFT&limit=50").path("items")) {
            var title = draft.path("title").textValue();
            var path = "/api/articles/" + draft.path("id").textValue();
            if (title.startsWith("投诉")) {
                api.post("supervisor", path + "/reject", "reason", "投诉不写入知识库");
            } else if (published.add(title)) {
                api.post("supervisor", path + "/publish");
            } else {
                api.post("supervisor", path + "/reject", "reason", "知识库里已经有这一条");
            }
        }
    }

    /** Everybody has looked at what came until then. */
    void lookAtBells() {
        for (var person : EVERYBODY) {
            var newest = api.get(person, "/api/bell?limit=1").path("items").path(0).path("seq");
            if (newest.isNumber()) {
                api.post(person, "/api/bell/seen", "upTo", newest);
            }
        }
    }

    /** What the supervisor has still to look through. */
    void draftArticle() {
        api.post("agent2", "/api/articles", "title", "收银机时间不对导致无法日结", "symptom", "日结时提示“交易时间异常”，收银机右下角时间差了一天。", "cause", "主板电池没电",
                "fix", "校准时间后更换 CR2032 电池，并打开网络对时", "product", "收银机 PT-80", "category", "HARDWARE/POS");
    }
}
