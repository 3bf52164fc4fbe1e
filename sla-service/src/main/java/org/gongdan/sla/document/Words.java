package org.gongdan.sla.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.gongdan.platform.printing.Phrases;
import org.gongdan.sla.document.Document.Format;

/** The words of reports, in Chinese or English, and how values are written. */
public final class Words {

    private final Phrases phrases;
    private final Locale locale;

    /** @param zone in which times are written */
    public Words(Locale locale, ZoneId zone) {
        this.phrases = new Phrases(Words.class, "reports/words", locale, zone);
        this.locale = locale;
    }

    Phrases phrases() {
        return phrases;
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return phrases.zone();
    }

    /** @param month such as 2026-10 @return 2026年10月, October 2026 */
    public String month(String month) {
        return DateTimeFormatter.ofPattern(say("month-pattern"), locale).format(YearMonth.parse(month));
    }

    /** @return the sentence, or the key itself when there is none: a report must not fail for a word */
    public String say(String key, Object... arguments) {
        return phrases.say(key, arguments);
    }

    public String text(Object value, Format format) {
        return switch (value) {
            case null -> "–";
            case Number share when format == Format.PERCENT -> Share.text(share.doubleValue(), locale);
            case Number minutes when format == Format.MINUTES -> length(minutes.doubleValue());
            case Number count when format == Format.COUNT -> String.format(locale, "%,d", count.longValue());
            case BigDecimal amount when format == Format.MONEY -> String.format(locale, "%,." + Math.max(0, amount.scale()) + "f", amount);
            case Instant instant -> phrases.time(instant);
            default -> value.toString();
        };
    }

    /** Hours and minutes, or from a day on days and hours, as far as there are any. */
    private String length(double minutes) {
        long whole = Math.round(minutes);
        if (whole == 0 && minutes > 0) {
            return say("less-than-a-minute");
        }
        if (whole >= 1440) {
            long hours = Math.round(whole / 60.0);
            return say(hours % 24 == 0 ? "days" : "days-hours", hours / 24, hours % 24);
        }
        long hours = whole / 60;
        return hours > 0 ? say(whole % 60 == 0 ? "hours" : "hours-minutes", hours, whole % 60) : say("minutes", whole % 60);
    }
}
