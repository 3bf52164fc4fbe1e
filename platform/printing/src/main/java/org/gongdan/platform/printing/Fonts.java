package org.gongdan.platform.printing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/**
 * The fonts of PDF files: those of the configured files that exist, in their order, embedded as far as their characters are used. A font is opened when
 * those before it lack a character, and stays open. For one thread at a time.
 */
final class Fonts {

    private static final int NORMAL = 400;

    private record Opened(TrueTypeFont font, CmapLookup characters) {
    }

    private final List<Path> configured;
    private final List<Path> files;
    private final List<Opened> opened = new ArrayList<>();

    /** @param files tried in this order */
    Fonts(List<Path> files) {
        this.configured = files;
        this.files = files.stream().filter(Files::isReadable).toList();
    }

    /** @throws IllegalStateException when there is none: a page of marks is no document */
    void mustExist() {
        if (files.isEmpty()) {
            throw new IllegalStateException("no font to print with: none of gongdan.printing.fonts can be read, " + configured
                    + " (Debian: fonts-wqy-microhei)");
        }
    }

    int count() {
        return files.size();
    }

    boolean has(int font, int codePoint) {
        return opened(font).characters().getGlyphId(codePoint) != 0;
    }

    /** What a style sheet calls them, the first one first. */
    String families() {
        return IntStream.range(0, files.size()).mapToObj(Fonts::family).collect(Collectors.joining(", "));
    }

    void offer(PdfRendererBuilder builder, PDDocument pdf) {
        for (int font = 0; font < files.size(); font++) {
            builder.useFont(new Embedded(pdf, font), family(font), NORMAL, FontStyle.NORMAL, true);
        }
    }

    private static String family(int font) {
        return "font" + font;
    }

    private Opened opened(int font) {
        while (opened.size() <= font) {
            try {
                TrueTypeFont next = open(files.get(opened.size()).toFile());
                opened.add(new Opened(next, next.getUnicodeCmapLookup()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return opened.get(font);
    }

    /** Of a collection of fonts, the first. */
    private static TrueTypeFont open(File file) throws IOException {
        if (!file.getName().endsWith(".ttc")) {
            return new TTFParser().parse(new RandomAccessReadBufferedFile(file));
        }
        List<TrueTypeFont> all = new ArrayList<>();
        new TrueTypeCollection(file).processAllFonts(all::add);
        return all.getFirst();
    }

    /** A font of one PDF file, which asks for it when a character needs it. */
    private final class Embedded extends PDFontSupplier {

        private final PDDocument pdf;
        private final int font;
        private PDFont made;

        private Embedded(PDDocument pdf, int font) {
            super(null);
            this.pdf = pdf;
            this.font = font;
        }

        @Override
        public PDFont supply() {
            if (made == null) {
                try {
                    made = PDType0Font.load(pdf, opened(font).font(), true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return made;
        }
    }
}
