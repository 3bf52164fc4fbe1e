package org.gongdan.sla.document;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import org.gongdan.platform.printing.Print;
import org.gongdan.platform.printing.Printing;
import org.gongdan.platform.printing.SavedFile;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Makes files of documents, off the event loop. */
@ApplicationScoped
public class DocumentFiles {

    public static final String PDF = SavedFile.PDF;
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Printing printing;

    DocumentFiles(Printing printing) {
        this.printing = printing;
    }

    public Uni<Response> pdf(Document document, Words words) {
        return printing.pdf(print(document, words)).map(ResponseBuilder::build);
    }

    public Uni<Response> xlsx(Document document, Words words) {
        return Uni.createFrom().item(() -> SavedFile.of(new ExcelDocument(words).print(document), XLSX, document.file() + ".xlsx").build())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** What is printed as PDF. */
    public static Print print(Document document, Words words) {
        return new Print("report", ReportView.of(document, words), words.phrases(), document.file(), List.of());
    }
}
