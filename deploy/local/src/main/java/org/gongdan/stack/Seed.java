package org.gongdan.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The demo's engineers and customers, entered by REST as a person would; what is there already stays as it is. */
public record Seed(Stack stack) {
    /** Their ids are those of the users and organizations in the realm file. */
    private static final List<Entry> ENGINEERS = List.of(
            new Entry("0190a000-0000-7000-8000-000000000102", "李工", """
                    {"id":"0190a000-0000-7000-8000-000000000102","name":"李工","phone":"13900000102","username":"engineer"}"""),
            new Entry("0190a000-0000-7000-8000-000000000103", "赵工", """
                    {"id":"0190a000-0000-7000-8000-000000000103","name":"赵工","phone":"13900000103","username":"engineer2"}"""));
    private static final List<Entry> CUSTOMERS = List.of(
            new Entry("0190a000-0000-7000-8000-000000000001", "幸福超市", """
                    {"id":"0190a000-0000-7000-8000-000000000001","name":"幸福超市","level":"IMPORTANT",
                     "sites":[{"name":"总店","address":"上海市徐汇区漕溪北路100号"},{"name":"城东店","address":"上海市浦东新区张杨路500号"}],
                     "contacts":[{"name":"刘海燕","salutation":"刘店长","phone":"13800000109","email":"customer@xingfu.example","siteIndex":0},
                                 {"name":"何志强","salutation":"何主管","phone":"13800000119","email":"he@xingfu.example","siteIndex":1}],
                     "products":[{"name":"收银机 PT-80","serial":"PT80-0001","siteIndex":0},{"name":"小票打印机 XP-58","serial":"XP58-0001","siteIndex":0},
                                 {"name":"收银机 PT-80","serial":"PT80-0002","siteIndex":1}]}"""),
            new Entry("0190a000-0000-7000-8000-000000000002", "阳光小学", """
                    {"id":"0190a000-0000-7000-8000-000000000002","name":"阳光小学","level":"STANDARD",
                     "sites":[{"name":"本部","address":"上海市静安区万航渡路200号"}],
                     "contacts":[{"name":"郑芳","salutation":"郑老师","phone":"13800000110","email":"customer2@yangguang.example","siteIndex":0}],
                     "products":[{"name":"教室投影仪 EB-X51","serial":"EBX51-0001","siteIndex":0}]}"""));

    private record Entry(String id, String name, String body) {
    }

    /** Returns one sentence per thing it added. */
    public List<String> plant() {
        var planted = new ArrayList<String>();
        var tokens = new Tokens(stack.realm());
        if (stack.has(Service.DISPATCH)) {
            var token = tokens.ofUser("dispatcher");
            var engineers = stack.address(Service.DISPATCH.module()) + "/api/engineers";
            var known = expect(send(engineers, token, null, null), 200).body();
            ENGINEERS.stream().filter(entry -> !known.contains(entry.id()))
                    .forEach(entry -> planted.add(add(engineers, token, "engineer", entry)));
        }
        if (stack.has(Service.TICKET)) {
            var token = tokens.ofUser("agent");
            var customers = stack.address(Service.TICKET.module()) + "/api/customers";
            CUSTOMERS.stream().filter(entry -> send(customers + "/" + entry.id(), token, null, null).statusCode() == 404)
                    .forEach(entry -> planted.add(add(customers, token, "customer", entry)));
        }
        return planted;
    }

    private String add(String address, String token, String what, Entry entry) {
        // The same key each time: when only our waiting was cut off, the second try gets the first one's answer.
        expect(send(address, token, entry.body(), UUID.nameUUIDFromBytes(entry.id().getBytes()).toString()), 201);
        return "demo " + what + " " + entry.name() + " added";
    }

    private static HttpResponse<String> send(String address, String token, String body, String key) {
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).header("Authorization",
                "Bearer " + token);
        if (body != null) {
            Map.of("Content-Type", "application/json", "Idempotency-Key", key).forEach(request::header);
            request.POST(BodyPublishers.ofString(body));
        }
        try {
            return Probe.CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException("Demo data: " + address + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Adding demo data was interrupted.", e);
        }
    }

    private static HttpResponse<String> expect(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new StackException("Demo data: %s %s answered %d: %s".formatted(answer.request().method(), answer.uri(),
                    answer.statusCode(), answer.body()));
        }
        return answer;
    }
}
