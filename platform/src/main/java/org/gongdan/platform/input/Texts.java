package org.gongdan.platform.input;

import java.text.Normalizer;

/**
 * Which texts may be read, and in which form they are kept.
 *
 * <p>Every text is well-formed Unicode in form NFC, without control characters (line ends and tabs excepted) and without code points that
 * are no characters: so PostgreSQL, JSON, mail and every reader can hold it. No character carries more marks than a language can want, since
 * the time to put marks in order grows with the square of their number. A line, such as a name, has no line ends, tabs, directions or
 * invisible characters besides, since two names that look alike must be alike. Lengths are counted in code points.
 */
public final class Texts {

    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_PRESENTATION = 0xFE0F;
    private static final int FIRST_MARK = 0x300;
    /** More than any language needs on one character (Unicode annex 15, stream-safe text). */
    private static final int MOST_MARKS = 30;
    private static final int NONE = -1;

    private Texts() {
    }

    /** @return the text in form NFC, without spaces around it. @throws Misfit when it may not be read */
    public static String clean(String text) {
        mustFit(text);
        return stripped(Normalizer.isNormalized(text, Normalizer.Form.NFC) ? text : Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /** @throws Misfit when it may not be read in any form */
    public static void mustFit(String text) {
        int fault = faultInText(text);
        if (fault != NONE) {
            throw new Misfit("text-unfit", name(fault));
        }
        if (isPiledUp(text)) {
            throw new Misfit("marks-piled-up", MOST_MARKS);
        }
    }

    /** @return a line of at most so many code points, clean. @throws Misfit when it is none */
    public static String line(String text, int max) {
        String clean = clean(text);
        String fault = faultOfLine(clean, max);
        if (fault != null) {
            throw new Misfit(fault, max);
        }
        return clean;
    }

    /** @return code of what is wrong with a clean text as a line, or null */
    static String faultOfLine(String text, int max) {
        return isBlank(text) ? "text-blank" : isLonger(text, max) ? "text-too-long" : faultInLine(text) != NONE ? "line-unfit" : null;
    }

    /** @return code of what is wrong with a clean text as prose, or null */
    static String faultOfProse(String text, int max) {
        return isBlank(text) ? "text-blank" : isLonger(text, max) ? "text-too-long" : null;
    }

    /** Whether nothing of it can be seen. */
    public static boolean isBlank(String text) {
        for (int at = 0; at < text.length();) {
            int point = text.codePointAt(at);
            if (!isSpace(point) && !isInvisible(point)) {
                return false;
            }
            at += Character.charCount(point);
        }
        return true;
    }

    private static boolean isLonger(String text, int max) {
        return text.length() > max && text.codePointCount(0, text.length()) > max;
    }

    private static int faultInText(String text) {
        for (int at = 0; at < text.length();) {
            char unit = text.charAt(at);
            if (unit >= 0x20 && unit < 0x7F || unit >= 0xA0 && unit < Character.MIN_SURROGATE || isLayout(unit)) {
                at++;
                continue;
            }
            int point = text.codePointAt(at);
            if (point < 0xA0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE || isNoCharacter(point)) {
                return point;
            }
            at += Character.charCount(point);
        }
        return NONE;
    }

    private static boolean isPiledUp(String text) {
        int marks = 0;
        for (int at = 0; at < text.length();) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            marks = isMark(point) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                return true;
            }
        }
        return false;
    }

    private static int faultInLine(String text) {
        int before = NONE;
        for (int at = 0; at < text.length();) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (isLayout(point) || point == '\u2028' || point == '\u2029' || isHidden(point) && !joins(before, point, text, at)) {
                return point;
            }
            before = point;
        }
        return NONE;
    }

    /** A joiner between two pictures makes one of them, such as a family or a craftsman; anywhere else it only hides a difference. */
    private static boolean joins(int before, int point, String text, int next) {
        return point == ZERO_WIDTH_JOINER && next < text.length() && Character.isExtendedPictographic(text.codePointAt(next))
                && (Character.isExtendedPictographic(before) || before == EMOJI_PRESENTATION || Character.isEmojiModifier(before));
    }

    private static boolean isMark(int point) {
        int type = point < FIRST_MARK ? Character.UNASSIGNED : Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isLayout(int point) {
        return point == '\n' || point == '\r' || point == '\t';
    }

    private static boolean isSpace(int point) {
        return Character.isSpaceChar(point) || isLayout(point);
    }

    private static boolean isNoCharacter(int point) {
        return point >= 0xFDD0 && point <= 0xFDEF || (point & 0xFFFE) == 0xFFFE;
    }

    private static boolean isInvisible(int point) {
        return isHidden(point) || isVariation(point) || point == 0x2800;
    }

    /** Format characters and letters without a shape, which Unicode calls default-ignorable; not the variations of a shape. */
    private static boolean isHidden(int point) {
        return point >= 0xAD && (Character.getType(point) == Character.FORMAT || point == 0x034F || point == 0x115F || point == 0x1160
                || point == 0x17B4 || point == 0x17B5 || point == 0x3164 || point == 0xFFA0
                || point >= 0xE0000 && point <= 0xE0FFF && !isVariation(point)
                || point == 0x2065 || point >= 0xFFF0 && point <= 0xFFF8);
    }

    private static boolean isVariation(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF || point >= 0x180B && point <= 0x180F;
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && Character.getType(text.charAt(from)) == Character.SPACE_SEPARATOR) {
            from++;
        }
        while (to > from && Character.getType(text.charAt(to - 1)) == Character.SPACE_SEPARATOR) {
            to--;
        }
        return text.substring(from, to);
    }

    private static String name(int point) {
        return String.format("U+%04X", point);
    }
}
