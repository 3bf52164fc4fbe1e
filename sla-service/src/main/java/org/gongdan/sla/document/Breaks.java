package org.gongdan.sla.document;

import com.lowagie.text.Font;
import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/**
 * Where a line may end: after a space, after the hyphen of a word, and between Chinese characters, but not before what closes, not behind
 * what opens, not inside a number such as HT-36-e90b (a reader copies it as it stands) and not inside a character.
 */
final class Breaks implements SplitCharacter {

    private static final String CLOSING = "，。；：、？！）》」』”’%,.;:?!)";
    private static final String OPENING = "（《「『“‘(";

    /** Points that the widest piece takes which no line may end in. */
    static float widest(String text, Font font, PdfFonts fonts) {
        char[] characters = text.toCharArray();
        Breaks breaks = new Breaks();
        float widest = 0;
        int start = 0;
        for (int at = 0; at < characters.length; at++) {
            if (at + 1 == characters.length || breaks.isSplitCharacter(start, at, characters.length, characters, null)) {
                widest = Math.max(widest, fonts.width(text.substring(start, at + 1).strip(), font.getSize()));
                start = at + 1;
            }
        }
        return widest;
    }

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        char here = text[current];
        char next = current + 1 < end ? text[current + 1] : ' ';
        if (Character.isHighSurrogate(here) || CLOSING.indexOf(next) >= 0 || OPENING.indexOf(here) >= 0) {
            return false;
        }
        return here <= ' ' || here == '-' && !isNumber(text, current) || isChinese(here) || isChinese(next);
    }

    /** Whether there is a digit in what stands around here without a space or a Chinese character. */
    private static boolean isNumber(char[] text, int here) {
        return hasDigit(text, here, -1) || hasDigit(text, here, 1);
    }

    private static boolean hasDigit(char[] text, int from, int step) {
        for (int at = from; at >= 0 && at < text.length && text[at] > ' ' && !isChinese(text[at]); at += step) {
            if (Character.isDigit(text[at])) {
                return true;
            }
        }
        return false;
    }

    /** What takes two characters of Java is Chinese, or a picture, which may stand at either end of a line too. */
    private static boolean isChinese(char character) {
        return Character.isSurrogate(character) || character >= 0x2e80 && character < 0xd7a0 || character >= 0xf900 && character < 0xffef;
    }
}
