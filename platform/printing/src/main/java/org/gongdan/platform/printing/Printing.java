package org.gongdan.platform.printing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.gongdan.platform.company.Company;

import io.smallrye.mutiny.Uni;

/**
 * Prints off the event loop, one document after the other on a thread of its own: the fonts are for one at a time, and many who ask at once do not
 * take the memory of many documents. The libraries that do it are loaded with the first document, not with the service.
 */
@ApplicationScoped
public class Printing {

    private final PrintingSettings settings;
    private final Company company;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("printing").daemon().factory());
    private PdfPrinter printer;

    Printing(PrintingSettings settings, Company company) {
        this.settings = settings;
        this.company = company;
    }

    /** The document as a file to be saved. */
    public Uni<ResponseBuilder> pdf(Print print) {
        return Uni.createFrom().item(() -> SavedFile.of(printer().print(print), SavedFile.PDF, print.file() + ".pdf"))
                .runSubscriptionOn(thread);
    }

    /** Only the thread that prints asks for it. */
    private PdfPrinter printer() {
        if (printer == null) {
            printer = new PdfPrinter(settings.fonts(), company);
        }
        return printer;
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
