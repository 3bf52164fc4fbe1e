package org.gongdan.sla.document;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;

/**
 * The font of PDF files. The first of the configured files that exists is embedded, as far as its characters are used. Without any, the
 * reader's own Chinese font is named: what the reader has not, he does not see.
 */
final class PdfFonts {

    static final Color INK = new Color(0x1f, 0x29, 0x37);
    static final Color GREY = new Color(0x6b, 0x72, 0x80);
    static final Color LIGHT = new Color(0xf3, 0xf5, 0xf8);
    static final Color LINE = new Color(0xd5, 0xda, 0xe1);
    static final Color ACCENT = new Color(0x1d, 0x4e, 0x89);

    private final BaseFont font;

    PdfFonts(List<Path> files) {
        Optional<Path> file = files.stream().filter(Files::isReadable).findFirst();
        try {
            font = file.isPresent() ? embedded(file.get().toString()) : BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a collection of fonts, the first. */
    private static BaseFont embedded(String file) throws IOException {
        return BaseFont.createFont(file.endsWith(".ttc") ? file + ",0" : file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
    }

    BaseFont base() {
        return font;
    }

    Font text() {
        return new Font(font, 9, Font.NORMAL, INK);
    }

    Font small() {
        return new Font(font, 8, Font.NORMAL, GREY);
    }

    Font head() {
        return new Font(font, 8.5f, Font.BOLD, Color.WHITE);
    }

    Font section() {
        return new Font(font, 13, Font.BOLD, ACCENT);
    }

    Font name() {
        return new Font(font, 9.5f, Font.BOLD, INK);
    }

    Font title() {
        return new Font(font, 21, Font.BOLD, ACCENT);
    }

    Font figure() {
        return new Font(font, 15, Font.BOLD, INK);
    }
}
