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

    /** Characters of a file's name without its ending: three bytes each, and 255 bytes is what most systems keep. */
    private static final int LONGEST = 80;

    private final SlaSettings settings;

    Printing(SlaSettings settings) {
        this.settings = settings;
    }

    public Uni<Response> pdf(Document document, Words words) {
        return printed(() -> new PdfDocument(settings.report().fonts(), words).print(document), PDF, document.file() + ".pdf");
    }

    public Uni<Response> xlsx(Document document, Words words) {
        return printed(() -> new ExcelDocument(words).print(document), XLSX, document.file() + ".xlsx");
    }

    private static Uni<Response> printed(Supplier<byte[]> printer, String type, String file) {
        return Uni.createFrom().item(printer).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .map(bytes -> Response.ok(bytes, type).header(HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename*=UTF-8''" + encoded(file)).build());
    }

    /**
     * What no folder may hold becomes _, also for clients that do not look; so do a dot or blank at the end, which Windows takes away, and what is longer
     * than any system keeps is cut. What a header's value may not hold is encoded (RFC 8187).
     */
    static String encoded(String file) {
        int ending = file.lastIndexOf('.');
        String name = file.substring(0, ending).replaceAll("[\\\\/:*?\"<>|\\p{Cc}]", "_");
        String kept = name.codePoints().limit(LONGEST).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().replaceAll("[. ]+$", "_");
        return URLEncoder.encode(kept + file.substring(ending), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
