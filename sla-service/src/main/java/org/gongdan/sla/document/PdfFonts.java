package org.gongdan.sla.document;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfWriter;

/**
 * The fonts of PDF files: those of the configured files that exist, in their order, embedded as far as their characters are used. A font is opened when
 * those before it lack a character. Without any file the reader's own Chinese font is named.
 */
final class PdfFonts {

    static final Color INK = new Color(0x1f, 0x29, 0x37);
    static final Color GREY = new Color(0x6b, 0x72, 0x80);
    static final Color LIGHT = new Color(0xf3, 0xf5, 0xf8);
    static final Color LINE = new Color(0xd5, 0xda, 0xe1);
    static final Color ACCENT = new Color(0x1d, 0x4e, 0x89);
    static final Color PALE = new Color(0xec, 0xee, 0xf2);

    private final List<Path> files;
    private final List<BaseFont> opened = new ArrayList<>();

    PdfFonts(List<Path> files) {
        this.files = files.stream().filter(Files::isReadable).toList();
    }

    /** The first font, for what holds nothing but figures and letters of ours. */
    BaseFont base() {
        return font(0);
    }

    /** Text with every character in a font that has it. @param first what it looks like in the first font */
    Phrase phrase(String text, Font first) {
        Phrase phrase = null;
        for (PdfText.Run run : runs(text)) {
            BaseFont base = font(run.font());
            Chunk chunk = new Chunk(run.text(),
                    run.font() == 0 ? first : new Font(base, first.getSize(), first.getStyle(), first.getColor()));
            chunk.setSplitCharacter(new Breaks());
            if (phrase == null) {
                phrase = new Phrase(chunk);
            } else {
                phrase.add(chunk);
            }
        }
        return phrase;
    }

    /** A cell with such a text. Hebrew and Arabic run from right to left, which costs time that other texts need not spend. */
    PdfPCell cell(String text, Font first) {
        PdfPCell cell = new PdfPCell(phrase(text, first));
        cell.setRunDirection(direction(text));
        return cell;
    }

    /** @return how the library lays a text out: in the order of its characters, or by the rules for both directions */
    static int direction(String text) {
        char[] characters = text.toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length) ? PdfWriter.RUN_DIRECTION_LTR : PdfWriter.RUN_DIRECTION_NO_BIDI;
    }

    /** Points that a text takes in one line. */
    float width(String text, float size) {
        float width = 0;
        for (PdfText.Run run : runs(text)) {
            width += font(run.font()).getWidthPoint(run.text(), size);
        }
        return width;
    }

    private List<PdfText.Run> runs(String text) {
        return PdfText.runs(text, Math.max(1, files.size()), (font, codePoint) -> font(font).charExists(codePoint));
    }

    private BaseFont font(int number) {
        try {
            while (opened.size() <= number) {
                opened.add(files.isEmpty() ? BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED)
                        : embedded(files.get(opened.size()).toString()));
            }
            return opened.get(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a collection of fonts, the first. The library keeps what it has read of a file. */
    private static BaseFont embedded(String file) throws IOException {
        return BaseFont.createFont(file.endsWith(".ttc") ? file + ",0" : file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
    }

    Font text() {
        return new Font(base(), 9, Font.NORMAL, INK);
    }

    Font small() {
        return new Font(base(), 8, Font.NORMAL, GREY);
    }

    Font head() {
        return new Font(base(), 8.5f, Font.BOLD, Color.WHITE);
    }

    Font section() {
        return new Font(base(), 13, Font.BOLD, ACCENT);
    }

    Font subtitle() {
        return new Font(base(), 13, Font.BOLD, INK);
    }

    Font name() {
        return new Font(base(), 9.5f, Font.BOLD, INK);
    }

    Font title() {
        return new Font(base(), 21, Font.BOLD, ACCENT);
    }

    Font figure() {
        return new Font(base(), 15, Font.BOLD, INK);
    }

    Font mark() {
        return new Font(base(), 110, Font.NORMAL, PALE);
    }
}
