package org.gongdan.platform.printing;

import org.gongdan.platform.sheet.Marks;

/**
 * Text as it can be printed. What no font has becomes a {@linkplain Marks mark}; only what is invisible everywhere (format characters, variation
 * selectors) is left out.
 */
final class Printable {

    /** Whether a font has a character. */
    interface Has {
        boolean character(int font, int codePoint);
    }

    private final int fonts;
    private final Has has;

    Printable(int fonts, Has has) {
        this.fonts = fonts;
        this.has = has;
    }

    String text(String text) {
        StringBuilder made = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(one -> add(made, one));
        return made.toString();
    }

    private void add(StringBuilder made, int codePoint) {
        switch (codePoint) {
            case '\n', '\r', 0x85, 0x2028, 0x2029 -> made.append('\n');
            case '\t' -> made.append(' ');
            default -> {
                if (!isInvisible(codePoint)) {
                    set(made, codePoint);
                }
            }
        }
    }

    private void set(StringBuilder made, int codePoint) {
        if (isPrinted(codePoint)) {
            made.appendCodePoint(codePoint);
        } else if (Character.isSpaceChar(codePoint)) {
            made.append(' ');
        } else {
            made.append(Marks.of(codePoint));
        }
    }

    private boolean isPrinted(int codePoint) {
        for (int font = 0; Marks.isStorable(codePoint) && font < fonts; font++) {
            if (has.character(font, codePoint)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInvisible(int codePoint) {
        boolean selectsVariation = codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
        return selectsVariation || codePoint == 0x34F || Character.getType(codePoint) == Character.FORMAT;
    }
}
