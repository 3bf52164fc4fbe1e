package org.gongdan.journeys;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.restassured.response.ValidatableResponse;

/** Who goes there. @param id subject of the account */
record Engineer(Caller caller, String id) {

    ValidatableResponse look(Visit visit) {
        return caller.get(visit.path());
    }

    ValidatableResponse accept(Visit visit) {
        return caller.post(visit.path() + "/accept");
    }

    ValidatableResponse decline(Visit visit, String reason) {
        return caller.post(visit.path() + "/decline", Map.of("reason", reason));
    }

    ValidatableResponse reportDelay(Visit visit, Window window, String reason, Instant customerInformedAt) {
        return caller.post(visit.path() + "/report-delay", Map.of("newStart", window.start().toString(), "newEnd", window.end().toString(),
                "reason", reason, "customerInformedAt", customerInformedAt.toString()));
    }

    ValidatableResponse depart(Visit visit, boolean toolScanned) {
        return caller.post(visit.path() + "/depart",
                Map.of("appearanceOk", true, "identityCardOk", true, "badgeOk", true, "toolScanned", toolScanned));
    }

    ValidatableResponse arrive(Visit visit) {
        return caller.post(visit.path() + "/arrive", Map.of("latitude", 31.19, "longitude", 121.43));
    }

    ValidatableResponse complete(Visit visit) {
        return complete(visit, List.of(Map.of("item", "断电检查", "done", true), Map.of("item", "更换打印头", "done", true),
                Map.of("item", "与客户一起试打小票", "done", true)));
    }

    ValidatableResponse complete(Visit visit, List<?> checklist) {
        return caller.post(visit.path() + "/complete",
                Map.of("checklist", checklist, "work", "更换打印头，试打正常", "outcome", "FIXED", "cause", "打印头老化", "fix", "更换打印头"));
    }

    ValidatableResponse sendSignatureLink(Visit visit) {
        return caller.post(visit.path() + "/signature-link");
    }

    ValidatableResponse resolve(Ticket ticket, Map<String, ?> resolution) {
        return caller.post(ticket.path() + "/resolve", resolution);
    }
}
