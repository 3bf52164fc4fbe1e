package org.gongdan.platform.problem;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.HttpHeaders;

/** Sentences for problems, from the platform's bundle and the service's own ({@code problems/service}); Chinese unless English is asked for. */
public final class ProblemTexts {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<String> BUNDLES = List.of("problems/service", "problems/platform");

    private ProblemTexts() {
    }

    /** Sentences about a kind of thing: its kind, its name, and its states. */
    private static final Set<String> OF_THINGS = Set.of("not-found", "illegal-transition", "stale-version");

    /** Chooses between the two languages we speak by the caller's {@code Accept-Language}. */
    public static Locale choose(HttpHeaders headers) {
        return choose(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * Chooses between the two languages we speak. It never fails: an error path must not trust the request, so what cannot be read counts as
     * not said.
     *
     * @param acceptLanguage such as {@code zh-CN,en;q=0.5}, or null
     */
    public static Locale choose(String acceptLanguage) {
        Locale best = Locale.CHINESE;
        double most = 0;
        for (String range : acceptLanguage == null ? new String[0] : acceptLanguage.split(",")) {
            String[] parts = range.strip().split(";", 2);
            String language = parts[0].strip().split("-", 2)[0];
            double weight = parts.length == 1 ? 1 : weight(parts[1]);
            boolean ours = language.equalsIgnoreCase("zh") || language.equalsIgnoreCase("en");
            if (ours && weight > most) {
                most = weight;
                best = language.equalsIgnoreCase("en") ? Locale.ENGLISH : Locale.CHINESE;
            }
        }
        return best;
    }

    private static double weight(String parameter) {
        String text = parameter.replace(" ", "");
        return text.matches("[qQ]=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(text.substring(2)) : 0;
    }

    /** @return the sentence, or the code itself when no bundle knows it */
    public static String detail(String code, Locale locale, Object... arguments) {
        return new MessageFormat(find(code, locale, code), locale).format(worded(code, locale, arguments));
    }

    /**
     * Values of ours and lists of them are words, which a bundle has under {@code word.<value>}: nobody is told a code. Of a thing that is also
     * what kind of thing it is and what it was to become; the second one is its name.
     */
    private static Object[] worded(String code, Locale locale, Object[] arguments) {
        boolean ofThing = OF_THINGS.contains(code);
        Object[] worded = arguments.clone();
        for (int at = 0; at < worded.length; at++) {
            if (worded[at] instanceof Enum || ofThing && at != 1 && worded[at] instanceof String) {
                worded[at] = word(locale, worded[at]);
            } else if (worded[at] instanceof Collection<?> values) {
                worded[at] = values.stream().map(value -> word(locale, value))
                        .collect(Collectors.joining(locale == Locale.CHINESE ? "、" : ", "));
            }
        }
        return worded;
    }

    private static String word(Locale locale, Object value) {
        return find("word." + value.toString().replace(' ', '-'), locale, value.toString());
    }

    /** Whether there is a sentence for it. */
    static boolean knows(String code) {
        return find(code, Locale.CHINESE, null) != null;
    }

    /**
     * What is common to every occurrence: a sentence with arguments has a title of its own in the bundle, under {@code <code>.title}; of any
     * other it is the part up to the first colon, semicolon or full stop.
     */
    public static String title(String code, Locale locale) {
        String own = find(code + ".title", locale, null);
        if (own != null) {
            return own;
        }
        String sentence = detail(code, locale);
        for (int at = 0; at < sentence.length(); at++) {
            char letter = sentence.charAt(at);
            boolean ends = at + 1 == sentence.length() || sentence.charAt(at + 1) == ' ';
            if ("。；：".indexOf(letter) >= 0 || ends && ".;:".indexOf(letter) >= 0) {
                return sentence.substring(0, at);
            }
        }
        return sentence;
    }

    private static String find(String key, Locale locale, String otherwise) {
        for (String bundle : BUNDLES) {
            try {
                ResourceBundle texts = ResourceBundle.getBundle(bundle, locale, Thread.currentThread().getContextClassLoader(),
                        NO_FALLBACK);
                if (texts.containsKey(key)) {
                    return texts.getString(key);
                }
            } catch (MissingResourceException noSuchBundle) {
                continue;
            }
        }
        return otherwise;
    }
}
