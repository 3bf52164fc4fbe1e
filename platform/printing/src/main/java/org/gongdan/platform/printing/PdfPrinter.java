package org.gongdan.platform.printing;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.gongdan.platform.company.Company;
import org.jboss.logging.Logger;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;

/**
 * Prints documents as PDF files: tagged for screen readers and fit for archives (PDF/A-3), with fonts and pictures inside. Nothing is fetched from
 * anywhere. Takes some hundred milliseconds of CPU time, and one thread at a time.
 */
public final class PdfPrinter {

    private static final Logger LOG = Logger.getLogger(PdfPrinter.class);
    private static final byte[] COLORS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // What it has to say goes to the consumer below; by itself it writes each step to the standard output.
        XRLog.setLoggerImpl(new Silence());
    }

    private final Fonts fonts;
    private final Templates templates;
    private final Company company;

    /** @param fontFiles tried in this order */
    public PdfPrinter(List<Path> fontFiles, Company company) {
        this.fonts = new Fonts(fontFiles);
        this.templates = new Templates(new Printable(fonts.count(), fonts::has));
        this.company = company;
    }

    public byte[] print(Print print) {
        fonts.mustExist();
        String html = templates.render(print, Letterhead.of(company), fonts.families());
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (PdfBoxRenderer renderer = builder(pdf, html).toStream(bytes).buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            enclose(pdf, print.files());
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fonts.forget();
        }
    }

    private PdfRendererBuilder builder(PDDocument pdf, String html) {
        PdfRendererBuilder builder = new PdfRendererBuilder().usePDDocument(pdf).withHtmlContent(html, null)
                .withProducer("Gongdan").usePdfAConformance(PdfAConformance.PDFA_3_A).useColorProfile(COLORS).usePdfUaAccessibility(true)
                .useUnicodeLineBreaker(new LineEnds())
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory()).useUnicodeBidiReorderer(new ICUBidiReorderer())
                .useObjectDrawerFactory(Strokes.drawers())
                .useExternalResourceAccessControl((address, type) -> address != null && address.startsWith(Picture.PNG),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withDiagnosticConsumer(said -> {
                    if (said.getLevel().intValue() >= Level.WARNING.intValue()) {
                        LOG.warn(said.getFormattedMessage(), said.getError());
                    }
                });
        fonts.offer(builder, pdf, html);
        return builder;
    }

    private static void enclose(PDDocument pdf, List<Enclosed> files) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        Map<String, PDComplexFileSpecification> named = new TreeMap<>();
        COSArray associated = new COSArray();
        for (Enclosed file : files) {
            PDComplexFileSpecification specification = specification(pdf, file);
            named.put(file.name(), specification);
            associated.add(specification);
        }
        tree.setNames(named);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
    }

    private static PDComplexFileSpecification specification(PDDocument pdf, Enclosed file) throws IOException {
        PDEmbeddedFile embedded = new PDEmbeddedFile(pdf, new ByteArrayInputStream(file.bytes()), COSName.FLATE_DECODE);
        embedded.setSubtype(file.type());
        embedded.setSize(file.bytes().length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(file.name());
        specification.setFileUnicode(file.name());
        specification.setFileDescription(file.what());
        specification.setEmbeddedFile(embedded);
        specification.setEmbeddedFileUnicode(embedded);
        specification.getCOSObject().setName("AFRelationship", "Source");
        return specification;
    }
}
