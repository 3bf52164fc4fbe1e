package org.gongdan.platform.printing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
 * The fonts of PDF files: those of the configured files that exist, in their order, embedded as far as their characters are used. A font is read into
 * memory when those before it lack a character of a page; only the first one, which nearly all pages are content with, stays there: the rare characters
 * of the others take fifty megabytes. For one thread at a time.
 */
final class Fonts {

    private static final int NORMAL = 400;

    private final List<Path> configured;
    private final List<Path> files;
    private final Map<Integer, TrueTypeFont> opened = new HashMap<>();
    /** Which characters each font has, known once it has been read: some 25 KB, and no page reads a font only to learn that it lacks a character. */
    private final Map<Integer, BitSet> characters = new HashMap<>();

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
        BitSet known = characters.get(font);
        if (known == null) {
            known = charactersOf(opened(font));
            characters.put(font, known);
            forget();
        }
        return known.get(codePoint);
    }

    /** What a style sheet calls them, the first one first. */
    String families() {
        return IntStream.range(0, files.size()).mapToObj(Fonts::family).collect(Collectors.joining(", "));
    }

    /** Offers those that the page needs: the library would read all it is offered. */
    void offer(PdfRendererBuilder builder, PDDocument pdf, String page) {
        for (int font : needed(page)) {
            builder.useFont(new Embedded(pdf, font), family(font), NORMAL, FontStyle.NORMAL, true);
        }
    }

    private Set<Integer> needed(String page) {
        Set<Integer> needed = new TreeSet<>(Set.of(0));
        page.codePoints().filter(Fonts::isDrawn).distinct().forEach(
                character -> IntStream.range(0, files.size()).filter(font -> has(font, character)).findFirst().ifPresent(needed::add));
        return needed;
    }

    /** Line ends and marks of direction have no glyph in any font. */
    private static boolean isDrawn(int character) {
        return !Character.isWhitespace(character) && !Character.isISOControl(character) && Character.getType(character) != Character.FORMAT;
    }

    private static BitSet charactersOf(TrueTypeFont font) {
        try {
            CmapLookup lookup = font.getUnicodeCmapLookup();
            return IntStream.rangeClosed(Character.MIN_CODE_POINT, Character.MAX_CODE_POINT)
                    .filter(character -> lookup.getGlyphId(character) != 0).collect(BitSet::new, BitSet::set, BitSet::or);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the first one stays in memory. */
    void forget() {
        opened.keySet().removeIf(font -> font > 0);
    }

    private static String family(int font) {
        return "font" + font;
    }

    private TrueTypeFont opened(int font) {
        return opened.computeIfAbsent(font, unread -> {
            try {
                return open(files.get(unread).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
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
                    made = PDType0Font.load(pdf, opened(font), true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return made;
        }
    }
}
