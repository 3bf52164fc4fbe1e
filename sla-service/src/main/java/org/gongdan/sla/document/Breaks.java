package org.gongdan.sla.document;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/** Where a line may end: after a space or hyphen, and between Chinese characters, but not before what closes and not behind what opens. */
final class Breaks implements SplitCharacter {

    private static final String CLOSING = "，。；：、？！）》」』”’%,.;:?!)";
    private static final String OPENING = "（《「『“‘(";

    private Breaks() {
    }

    static Phrase phrase(String text, Font font) {
        Chunk chunk = new Chunk(text, font);
        chunk.setSplitCharacter(new Breaks());
        return new Phrase(chunk);
    }

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        char here = text[current];
        char next = current + 1 < end ? text[current + 1] : ' ';
        if (CLOSING.indexOf(next) >= 0 || OPENING.indexOf(here) >= 0) {
            return false;
        }
        return here <= ' ' || here == '-' && !Character.isDigit(next) || isChinese(here) || isChinese(next);
    }

    private static boolean isChinese(char character) {
        return character >= 0x2e80 && character < 0xd7a0 || character >= 0xf900 && character < 0xff00 || character >= 0xff00 && character < 0xffef;
    }
}
