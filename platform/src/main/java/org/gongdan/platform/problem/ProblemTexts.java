package org.gongdan.platform.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Sentences for problems, from the platform's bundle and the service's own ({@code problems/service}); Chinese unless English is asked for. */
public final class ProblemTexts {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final List<String> BUNDLES = List.of("problems/service", "problems/platform");

    private ProblemTexts() {
    }

    /** Chooses between the two languages we speak by the caller's {@code Accept-Language}. */
    public static Locale choose(List<Locale> accepted) {
        for (Locale locale : accepted) {
            if (locale.getLanguage().equals("zh") || locale.getLanguage().equals("en")) {
                return Locale.of(locale.getLanguage());
            }
        }
        return Locale.CHINESE;
    }

    /** @return the sentence, or the code itself when no bundle knows it */
    public static String detail(String code, Locale locale, Object... arguments) {
        return new MessageFormat(find(code, locale, code), locale).format(arguments);
    }

    /** @param message of a declared rule: the code of a sentence of ours, or a sentence already */
    static String sentence(String message, Locale locale) {
        return message.contains(" ") ? message : find(message, locale, message);
    }

    static String title(String code, Locale locale) {
        return find(code + ".title", locale, code);
    }

    private static String find(String key, Locale locale, String otherwise) {
        for (String bundle : BUNDLES) {
            try {
                ResourceBundle texts = ResourceBundle.getBundle(bundle, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK);
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
