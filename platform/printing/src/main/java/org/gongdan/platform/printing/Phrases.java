package org.gongdan.platform.printing;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of a document, in Chinese or English, and how it writes times. */
public final class Phrases {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;

    /** @param reader beside whose class the bundle lies. @param bundle such as {@code reports/words}. @param zone in which times are written */
    public Phrases(Class<?> reader, String bundle, Locale locale, ZoneId zone) {
        this.bundle = ResourceBundle.getBundle(bundle, locale, reader.getClassLoader(), NO_FALLBACK);
        this.locale = locale;
        this.zone = zone;
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    /** @return the sentence, or the key itself when there is none: a document must not fail for a word */
    public String say(String key, Object... arguments) {
        return new MessageFormat(bundle.containsKey(key) ? bundle.getString(key) : key, locale).format(arguments);
    }

    /** @return such as 2026-11-22 09:30 */
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }
}
