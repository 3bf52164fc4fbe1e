package org.gongdan.sla.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.gongdan.sla.settings.SlaSettings;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Prints documents off the event loop. The libraries that do it are loaded with the first document, not with the service. */
@ApplicationScoped
public class Printing {

    public static final String PDF = "application/pdf";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final SlaSettings settings;

    Printing(SlaSettings settings) {
        this.settings = settings;
    }

    /** @param file name without ending, as the reader's browser shall save it */
    public Uni<Response> pdf(Document document, Words words, String file) {
        return printed(() -> new PdfDocument(settings.report().fonts(), words).print(document), PDF, file + ".pdf");
    }

    public Uni<Response> xlsx(Document document, Words words, String file) {
        return printed(() -> new ExcelDocument(words).print(document), XLSX, file + ".xlsx");
    }

    private static Uni<Response> printed(Supplier<byte[]> printer, String type, String file) {
        return Uni.createFrom().item(printer).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(bytes -> Response.ok(bytes, type).header(HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename*=UTF-8''" + encoded(file)).build());
    }

    /** What no folder may hold becomes _, also for clients that do not look, and what a header's value may not hold is encoded (RFC 8187). */
    static String encoded(String file) {
        return URLEncoder.encode(file.replaceAll("[\\\\/:*?\"<>|\\p{Cc}]", "_"), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
