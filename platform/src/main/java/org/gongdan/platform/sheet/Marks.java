package org.gongdan.platform.sheet;

/** Visible marks in the place of characters that a file cannot hold or print: what somebody wrote never vanishes without a word. */
public final class Marks {

    private Marks() {
    }

    /** @return the mark of a character, such as {@code [U+0007]} */
    public static String of(int codePoint) {
        return "[U+%04X]".formatted(codePoint);
    }

    /** Text as every file can hold it: marks stand for control characters other than tab and line ends, halves of pairs and what XML 1.0 leaves out. */
    public static String storable(String text) {
        if (text.codePoints().allMatch(Marks::isStorable)) {
            return text;
        }
        StringBuilder made = new StringBuilder();
        text.codePoints().forEach(one -> {
            if (isStorable(one)) {
                made.appendCodePoint(one);
            } else {
                made.append(of(one));
            }
        });
        return made.toString();
    }

    /** Whether it is a character that is no control, or a tab or a line end. */
    public static boolean isStorable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\t' || codePoint == '\n' || codePoint == '\r' || codePoint == 0x85;
            case Character.SURROGATE -> false;
            default -> (codePoint & 0xFFFE) != 0xFFFE;
        };
    }
}
