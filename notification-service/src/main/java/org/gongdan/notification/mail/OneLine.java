package org.gongdan.notification.mail;

import java.util.regex.Pattern;

/**
 * What somebody wrote, put into a letter of ours: it must neither begin a paragraph or a header of its own nor turn the direction of ours.
 * Joiners stay, since scripts and emoji need them.
 */
final class OneLine {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}\\s]+");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private OneLine() {
    }

    /** The text without direction marks and other invisible characters, with one space for every run of line ends and spaces. */
    static String of(String text) {
        return SPACES.matcher(visible(text)).replaceAll(" ").strip();
    }

    /** The text without direction marks and other invisible characters. */
    static String visible(String text) {
        return INVISIBLE.matcher(LONE_SURROGATE.matcher(text).replaceAll("\uFFFD")).replaceAll("");
    }
}
