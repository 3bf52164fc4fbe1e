package org.gongdan.platform.log;

/** Text that came from outside, in one line of visible characters: a client can neither start lines in our log nor steer a terminal. */
final class Escaped {

    private static final int LONGEST = 2000;

    private Escaped() {}

    static String text(String text) {
        if (text == null || clean(text)) {
            return text;
        }
        var line = new StringBuilder(text.length() + 16);
        text.codePoints().limit(LONGEST).forEach(point -> {
            switch (point) {
                case '\r' -> line.append("\\r");
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> append(line, point);
            }
        });
        return line.toString();
    }

    static boolean clean(String text) {
        return text.length() <= LONGEST && text.codePoints().noneMatch(Escaped::unsafe);
    }

    private static void append(StringBuilder line, int point) {
        if (unsafe(point)) {
            line.append("\\u").append("%04x".formatted(point));
        } else {
            line.appendCodePoint(point);
        }
    }

    /** Controls, line separators, and the characters that turn or hide what stands after them. */
    private static boolean unsafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
                    Character.UNASSIGNED ->
                true;
            default -> false;
        };
    }
}
