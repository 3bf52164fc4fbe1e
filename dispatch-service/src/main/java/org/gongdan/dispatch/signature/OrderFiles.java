package org.gongdan.dispatch.signature;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.printing.Enclosed;
import org.gongdan.platform.printing.Phrases;
import org.gongdan.platform.printing.Print;
import org.gongdan.platform.printing.Printing;
import org.gongdan.platform.problem.ProblemTexts;

import io.smallrye.mutiny.Uni;

/** Prints service orders. A signed one holds the very document that was signed, so that everybody can check its hash. */
@ApplicationScoped
class OrderFiles {

    private final Printing printing;
    private final ZoneId zone;

    OrderFiles(Printing printing, @ConfigProperty(name = "gongdan.order.zone") ZoneId zone) {
        this.printing = printing;
        this.zone = zone;
    }

    /** In the language that is asked for. It names people, so it is kept nowhere on the way. */
    Uni<ResponseBuilder> pdf(Orders.Order order, HttpHeaders headers) {
        return printing.pdf(print(order, ProblemTexts.choose(headers), zone))
                .map(answer -> answer.header(HttpHeaders.CACHE_CONTROL, "no-store"));
    }

    static Print print(Orders.Order order, Locale locale, ZoneId zone) {
        Phrases words = new Phrases(OrderFiles.class, "orders/words", locale, zone);
        List<Enclosed> files = order.signature() == null ? List.of() : List.of(new Enclosed("signed-document.json", "application/json",
                words.say("enclosed"), order.signature().document.getBytes(StandardCharsets.UTF_8)));
        return new Print("order", OrderView.of(order, words), words,
                words.say(order.signature() == null ? "file" : "file-signed", order.visit().number()), files);
    }
}
