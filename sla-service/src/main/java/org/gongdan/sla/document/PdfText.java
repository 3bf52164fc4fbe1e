package org.gongdan.sla.document;

import java.util.ArrayList;
import java.util.List;

import org.gongdan.platform.sheet.Marks;

/**
 * Text as it can be printed: split into runs of one font, each character in the first font that has it. What no font has becomes a
 * {@linkplain Marks mark}; only what is invisible everywhere (format characters, variation selectors) is left out.
 */
final class PdfText {

    /** Whether a font has a character. */
    interface Has {
        boolean character(int font, int codePoint);
    }

    /** @param font the how manyth */
    record Run(int font, String text) {
    }

    private final Has has;
    private final int fonts;
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int font;

    private PdfText(int fonts, Has has) {
        this.fonts = fonts;
        this.has = has;
    }

    /** @return at least one run */
    static List<Run> runs(String text, int fonts, Has has) {
        PdfText made = new PdfText(fonts, has);
        text.replace("\r\n", "\n").codePoints().forEach(made::add);
        made.end();
        return made.runs;
    }

    private void add(int codePoint) {
        switch (codePoint) {
            case '\n', '\r', 0x85, 0x2028, 0x2029 -> text.append('\n');
            case '\t' -> set(' ');
            default -> {
                if (!isInvisible(codePoint)) {
                    set(codePoint);
                }
            }
        }
    }

    private void set(int codePoint) {
        // An accent stays with its letter when it can.
        int chosen = Character.getType(codePoint) == Character.NON_SPACING_MARK && has.character(font, codePoint) ? font : first(codePoint);
        if (chosen < 0 && Character.isSpaceChar(codePoint)) {
            text.append(' ');
        } else if (chosen < 0) {
            in(0).append(Marks.of(codePoint));
        } else {
            in(chosen).appendCodePoint(codePoint);
        }
    }

    private int first(int codePoint) {
        for (int one = 0; Marks.isStorable(codePoint) && one < fonts; one++) {
            if (has.character(one, codePoint)) {
                return one;
            }
        }
        return -1;
    }

    private StringBuilder in(int other) {
        if (other != font) {
            if (!text.isEmpty()) {
                end();
            }
            font = other;
        }
        return text;
    }

    private void end() {
        if (!text.isEmpty() || runs.isEmpty()) {
            runs.add(new Run(font, text.toString()));
        }
        text.setLength(0);
    }

    private static boolean isInvisible(int codePoint) {
        boolean selectsVariation = codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
        return selectsVariation || codePoint == 0x34F || Character.getType(codePoint) == Character.FORMAT;
    }
}
