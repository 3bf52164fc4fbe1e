package org.gongdan.rollout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** The one customer whose tickets are opened. */
record Seeds(String gateway, Callers callers) {
    private static final String CUSTOMER = """
            {"id":"0190a000-0000-7000-8000-000000000001","name":"幸福超市","level":"IMPORTANT","sites":[{"name":"总店","address":"上海市徐汇区漕溪北路100号"}],
             "contacts":[{"name":"孙莉","salutation":"孙经理","phone":"13800000109","email":"customer@xingfu.example","siteIndex":0}],
             "products":[{"name":"收银机 POS-300","serial":"POS300-0001","siteIndex":0}]}""";

    void plant() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + "/api/customers"))
                .header("Authorization", "Bearer " + callers.token("agent"))
                .header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(CUSTOMER)).build();
        var answer = callers.http().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw new IOException("The customer was not registered: " + answer.statusCode() + " " + answer.body());
        }
    }
}
