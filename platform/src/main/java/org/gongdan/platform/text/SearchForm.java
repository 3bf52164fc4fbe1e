package org.gongdan.platform.text;

import java.util.ArrayList;
import java.util.List;

import com.ibm.icu.text.Normalizer2;

/**
 * The one form in which texts are compared: what reads the same to a person is the same here, however it was typed.
 *
 * <p>Compatibility forms and case are folded as Unicode says (NFKC_Casefold: full-width letters, ligatures, ß), traditional characters become
 * simplified ones, white space of every kind and whatever cannot be seen is taken away, and so are hyphens, dashes, underscores and middle dots:
 * {@code Wi-Fi}, {@code wifi} and {@code ＷＩＦＩ} are one, and so are {@code 收銀機　打印} and {@code 收银机打印}. Between two digits one hyphen stays, as
 * 1-2 is not 12. A form is never shown to anybody.
 *
 * <p>Everything here takes any text, broken Unicode included, and never throws; forms of forms are themselves.
 */
public final class SearchForm {

    /** Grows when the form changes. Rows remember the one they were written in ({@link FormFill}). */
    public static final int VERSION = 1;

    /** Before case is folded, as Unicode 3.13 D145 says: folding makes letters of accents, which then cannot be put in order any more. */
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final String MORE_DASHES = "−─·•‧・⋅˗⁃";
    private static final String APOSTROPHES = "‘’‛ʼ′`";
    private static final String QUOTES = "“”„‟″";
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int DROPPED = -1;

    private SearchForm() {
    }

    /** @return the form of a whole text; null of null */
    public static String of(String text) {
        return text == null ? null : composed(closedUp(folded(text)));
    }

    /** @return the forms of several texts, one a line, as a column that is searched holds them; texts that are null are left out */
    public static String of(String... texts) {
        StringBuilder lines = new StringBuilder();
        for (String text : texts) {
            if (text != null) {
                lines.append(lines.isEmpty() ? "" : "\n").append(of(text));
            }
        }
        return lines.toString();
    }

    /** The words of a question, each in its form. A text that holds all of them, in its own form, answers it. */
    public static List<String> words(String question) {
        List<String> words = new ArrayList<>();
        for (String word : folded(question).split(" ")) {
            String form = of(word);
            if (!form.isEmpty()) {
                words.add(form);
            }
        }
        return words;
    }

    /** @return whether a text has nothing but white space and what cannot be seen */
    public static boolean isBlank(String text) {
        return folded(text).isBlank();
    }

    /** @return whether two texts are the same when compared; nothing equals nothing only */
    public static boolean same(String one, String other) {
        return one == null || other == null ? one == other : of(one).equals(of(other));
    }

    /** The text folded but not yet closed up: every white space is one space, every dash one hyphen. For whoever cuts it into words himself. */
    public static String folded(String text) {
        String folded = CASEFOLD.normalize(DECOMPOSED.normalize(text));
        StringBuilder kept = new StringBuilder(folded.length());
        for (int at = 0; at < folded.length();) {
            int point = folded.codePointAt(at);
            at += Character.charCount(point);
            int unified = unified(point);
            if (unified != DROPPED) {
                kept.appendCodePoint(unified);
            }
        }
        return composed(kept.toString());
    }

    private static int unified(int point) {
        if (point < 0x80) {
            return point <= ' ' || point == 0x7F ? ' ' : point == '_' ? '-' : point == '`' ? '\'' : point;
        }
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL -> ' ';
            case Character.FORMAT, Character.SURROGATE -> DROPPED;
            case Character.DASH_PUNCTUATION, Character.CONNECTOR_PUNCTUATION -> '-';
            case Character.OTHER_LETTER -> Simplified.of(point);
            default -> point == BRAILLE_BLANK ? ' ' : MORE_DASHES.indexOf(point) >= 0 ? '-'
                    : APOSTROPHES.indexOf(point) >= 0 ? '\'' : QUOTES.indexOf(point) >= 0 ? '"' : point;
        };
    }

    /** What was apart may belong together once nothing stands between: a letter and its accent. */
    private static String composed(String text) {
        return CASEFOLD.isNormalized(text) ? text : CASEFOLD.normalize(text);
    }

    private static String closedUp(String folded) {
        StringBuilder kept = new StringBuilder(folded.length());
        boolean dashed = false;
        for (int at = 0; at < folded.length(); at++) {
            char letter = folded.charAt(at);
            if (letter == '-') {
                dashed = true;
            } else if (letter != ' ') {
                if (dashed && Character.isDigit(letter) && !kept.isEmpty() && Character.isDigit(kept.charAt(kept.length() - 1))) {
                    kept.append('-');
                }
                kept.append(letter);
                dashed = false;
            }
        }
        return kept.toString();
    }
}
