package org.gongdan.platform.sheet;

import java.text.Normalizer;
import java.util.Set;

/** Tells text that a spreadsheet would run when it opens a file, or when somebody confirms the cell. */
public final class Formulas {

    /** With which formulas begin once a character is in its plain form (NFKC); U+2212 is what small and raised minus signs become. */
    private static final String SIGNS = "=+-@\u2212";
    private static final String BREAKS = "\t\r\n";
    /** Letters and symbols that are blank: fillers of Hangul, and the empty pattern of Braille. */
    private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

    private Formulas() {
    }

    /**
     * @return whether the first character that anybody sees begins a formula, in whatever width it is written, or the text begins with a tab or
     *     the end of a line, which some spreadsheets take for the end of a cell
     */
    public static boolean isOne(String text) {
        if (!text.isEmpty() && BREAKS.indexOf(text.charAt(0)) >= 0) {
            return true;
        }
        return text.codePoints().dropWhile(Formulas::isUnseen).limit(1)
                .anyMatch(first -> SIGNS.indexOf(Normalizer.normalize(Character.toString(first), Normalizer.Form.NFKC).charAt(0)) >= 0);
    }

    private static boolean isUnseen(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || BLANK.contains(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK ->
                        true;
                    default -> false;
                };
    }
}
