package org.gongdan.notification.mail;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How times and promises are put into words for people in China. */
final class Words {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Pattern STEP = Pattern.compile("due(?:([+-])(P[0-9A-Z.]+))?( working)?");
    private static final int MOST_DIGITS = 4;

    private final Locale language;
    private final Instant now;
    private final LocalDate today;
    private final ResourceBundle words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;

    Words(Locale language, Instant now) {
        this.language = language;
        this.now = now;
        this.today = now.atZone(ZONE).toLocalDate();
        this.words = ResourceBundle.getBundle("templates/words", language, NO_FALLBACK);
        this.day = DateTimeFormatter.ofPattern(words.getString("day"), language);
        this.dayOfYear = DateTimeFormatter.ofPattern(words.getString("dayOfYear"), language);
    }

    /** The standard sentence "今天我将于xx:00-xx:00之间为您提供上门服务" (R68), with the date unless it is today. */
    String appointment(Instant start, Instant end) {
        LocalDate date = start.atZone(ZONE).toLocalDate();
        return words.getString("appointment")
                .formatted(date.equals(today) ? words.getString("today") : words.getString("on").formatted(day(date)), clock(start, end));
    }

    /** "11月23日 14:00-16:00" */
    String window(Instant start, Instant end) {
        return day(start.atZone(ZONE).toLocalDate()) + " " + clock(start, end);
    }

    /** "11月23日 14:00" */
    String time(Instant time) {
        ZonedDateTime local = time.atZone(ZONE);
        return day(local.toLocalDate()) + " " + CLOCK.format(local);
    }

    /** What a reason is called; what we have no words for, free text for one, stays as it is. */
    String name(String group, String code) {
        String key = group + "." + code;
        return words.containsKey(key) ? words.getString(key) : code;
    }

    /** In place of the name of a kind of promise that nobody has told us. */
    String unnamed() {
        return words.getString("kind.unnamed");
    }

    /** In place of the name of an engineer we have not heard of. */
    String nameFollows() {
        return words.getString("engineer.follows");
    }

    /** The same for what a customer reads: he is shown none of our codes. */
    String nameOrOther(String group, String code) {
        return words.containsKey(group + "." + code) ? name(group, code) : words.getString(group + ".OTHER");
    }

    /** @param people on the roster; empty when nobody is, null when the roster has no say. @return a line for the letter, or null */
    String onDuty(String people) {
        return people == null ? null
                : people.isEmpty() ? words.getString("duty.nobody") : words.getString("duty.people").formatted(people);
    }

    /** In place of who is responsible. */
    String nobody() {
        return words.getString("owner.nobody");
    }

    /** "还剩 2 小时 5 分钟", or by how much it is over. */
    String left(Instant due) {
        return words.getString(due.isBefore(now) ? "left.over" : "left.ahead").formatted(span(Duration.between(now, due).abs()));
    }

    /** The two largest units. */
    private String span(Duration time) {
        String days = unit("left.days", time.toDays());
        String hours = unit("left.hours", time.toHoursPart());
        String minutes = time.toDays() > 0 ? "" : unit("left.minutes", time.toMinutesPart());
        String span = Stream.of(days, hours, minutes).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return span.isEmpty() ? words.getString("left.moment") : span;
    }

    private String unit(String key, long amount) {
        return amount == 0 ? "" : words.getString(key).formatted(amount);
    }

    /** A step of an escalation ladder ({@code 50%}, {@code due+PT1H}, {@code due-PT30M working}) in words. */
    String step(String code) {
        Matcher step = STEP.matcher(code);
        if (!step.matches()) {
            return words.getString("step.share").formatted(code);
        }
        String when = step.group(1) == null ? words.getString("step.due")
                : words.getString(step.group(1).equals("-") ? "step.before" : "step.after").formatted(span(Duration.parse(step.group(2))));
        return when + (step.group(3) == null ? "" : words.getString("step.working"));
    }

    /** @param month such as 2026-10 */
    String month(String month) {
        return DateTimeFormatter.ofPattern(words.getString("month"), language).format(YearMonth.parse(month));
    }

    /** @param amount decimal, such as 500.00. @param currency ISO 4217 */
    String money(String amount, String currency) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(language.getLanguage().equals("zh") ? Locale.CHINA : Locale.US);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(MOST_DIGITS);
        return format.format(new BigDecimal(amount));
    }

    String word(String key) {
        return words.getString(key);
    }

    Locale language() {
        return language;
    }

    /** With its year unless it is this year's: a promise may be years ahead. */
    private String day(LocalDate date) {
        return (date.getYear() == today.getYear() ? day : dayOfYear).format(date);
    }

    private String clock(Instant start, Instant end) {
        ZonedDateTime from = start.atZone(ZONE);
        ZonedDateTime to = end.atZone(ZONE);
        String endDay = from.toLocalDate().equals(to.toLocalDate()) ? ""
                : day(to.toLocalDate()) + (language.getLanguage().equals("zh") ? "" : " ");
        return CLOCK.format(from) + "-" + endDay + CLOCK.format(to);
    }
}
