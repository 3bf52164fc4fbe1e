package org.gongdan.platform.printing;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line may end: where the JDK's rules of lines let it, which know Chinese, but not inside a number such as HT-36-e90b (a reader copies it as
 * it stands).
 */
final class LineEnds implements FSTextBreaker {

    private final BreakIterator ends = BreakIterator.getLineInstance(Locale.CHINESE);
    private String text = "";

    @Override
    public void setText(String text) {
        this.text = text;
        ends.setText(text);
    }

    @Override
    public int next() {
        int end = ends.next();
        while (end != BreakIterator.DONE && end < text.length() && text.charAt(end - 1) == '-' && isNumber(end - 1)) {
            end = ends.next();
        }
        return end;
    }

    /** Whether there is a digit in what stands around here without a space or a Chinese character. */
    private boolean isNumber(int here) {
        return hasDigit(here, -1) || hasDigit(here, 1);
    }

    private boolean hasDigit(int from, int step) {
        for (int at = from; at >= 0 && at < text.length() && text.charAt(at) > ' ' && text.charAt(at) < 0x2e80; at += step) {
            if (Character.isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }
}
