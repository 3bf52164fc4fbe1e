package org.gongdan.rollout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Documents as a container prints them: laid out by its own Java, with the fonts in its image. Copies stay in target/prints. */
record Prints(Callers callers) {
    private static final String CUSTOMER = "0190a000-0000-7000-8000-000000000001";

    /** The report of last month to the customer; it has Chinese in its title and in his name. */
    void print(Scene scene) throws IOException, InterruptedException {
        var month = YearMonth.now(ZoneOffset.ofHours(8)).minusMonths(1);
        var drafted = callers.http().send(
                request("/api/sla-reports/monthly").header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers
                                .ofString("{\"type\":\"CUSTOMER\",\"customerId\":\"" + CUSTOMER + "\",\"month\":\"" + month + "\"}"))
                        .build(),
                BodyHandlers.ofString());
        if (drafted.statusCode() != 201) {
            throw new IOException("No report was drafted: " + drafted.statusCode() + " " + drafted.body());
        }
        var id = new ObjectMapper().readTree(drafted.body()).path("report").path("id").asText();
        var printed = callers.http().send(
                request("/api/sla-reports/monthly/" + id + "/pdf").header("Accept-Language", "zh-CN").GET().build(),
                BodyHandlers.ofByteArray());
        if (printed.statusCode() != 200) {
            throw new IOException("No report was printed: " + printed.statusCode());
        }
        Files.write(Files.createDirectories(Path.of("deploy/rollout/target/prints")).resolve("monthly.pdf"), printed.body());
        try (var document = Loader.loadPDF(printed.body())) {
            var text = new PDFTextStripper().getText(document);
            if (!text.contains("幸福超市")) {
                throw new IOException("The customer's name cannot be read in the report: " + text);
            }
            scene.figure(
                    "monthly report of %d pages and %d kB, fonts %s".formatted(document.getNumberOfPages(), printed.body().length / 1000,
                            fonts(document)));
        }
    }

    private static List<String> fonts(PDDocument document) throws IOException {
        var fonts = new ArrayList<String>();
        for (var page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                if (!font.isEmbedded()) {
                    throw new IOException("The font " + font.getName() + " is not in the report");
                }
                if (!fonts.contains(font.getName())) {
                    fonts.add(font.getName());
                }
            }
        }
        return fonts;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(callers.ticketAddress() + path)).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + callers.token("supervisor"));
    }
}
