package org.gongdan.knowledge.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.gongdan.platform.text.SearchForm;

/**
 * A text as the index reads it, articles and questions alike: every word in the form texts are compared in. Names of products are written as one
 * word, with hyphens or with spaces; so to {@code TM-U220B} come its parts {@code tm} and {@code u220b}, and to {@code Wi Fi} comes {@code wifi}.
 */
final class Spelling {

    /**
     * Latin letters and digits, as far as hyphens or single spaces hold them together. What was taken is never given back: a dump of two thousand
     * bytes would overflow the stack, and a long row of letters would be looked at from each of its letters on.
     */
    private static final Pattern NAME = Pattern.compile("(?<![a-z0-9])[a-z0-9]++(?:[- ][a-z0-9]++)++");

    private Spelling() {
    }

    static String of(String text) {
        String folded = SearchForm.folded(text);
        StringBuilder spelled = new StringBuilder(String.join(" ", SearchForm.words(text)));
        Matcher name = NAME.matcher(folded);
        while (name.find()) {
            String before = null;
            for (String word : name.group().split(" ")) {
                String whole = SearchForm.of(word);
                if (!whole.equals(word)) {
                    spelled.append(' ').append(word.replace('-', ' '));
                }
                if (before != null) {
                    spelled.append(' ').append(before).append(whole);
                }
                before = whole;
            }
        }
        return spelled.toString();
    }
}
