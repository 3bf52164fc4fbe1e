package org.gongdan.platform.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.ConfigProvider;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;

/**
 * A phone number by the numbering plans of libphonenumber, whatever way it was typed: {@code 021-64265555转801}, {@code （021）6426 5555 ext. 801} and
 * {@code +86 21 6426 5555,801} are one.
 *
 * <p>Numbers without a country code belong to {@code gongdan.phone.region} (an ISO 3166 code, CN when not given) and must be assigned there. Foreign
 * numbers need the right length only. Short service numbers (95588, 10086) and local numbers without an area code (64265555) are taken as they are.
 *
 * @param number as RFC 3966 writes it: {@code +862164265555;ext=801}, {@code 64265555;phone-context=+86}. Equal texts are equal numbers.
 */
public record Phone(String number) {

    private static final String REGION = ConfigProvider.getConfig().getOptionalValue("gongdan.phone.region", String.class).orElse("CN");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int HOME = NUMBERS.getCountryCodeForRegion(REGION);
    /** The number, and what is dialled after it. Letters that stand for digits (1-800-FLOWERS) are not taken. */
    private static final Pattern TYPED = Pattern.compile(
            "(?:tel: *)?(\\(?\\+?[0-9(][0-9 ().-]*?)(?: *\\(?(?:转接|转|轉|分机号?|分機|内线|内線|;ext=|ext(?:ension|n)?\\.?|x|#|,)[ :.-]*([0-9]{1,7})\\)?)?",
            Pattern.CASE_INSENSITIVE);
    /** In {@code 转分机801} the extension is announced twice. */
    private static final Pattern TWICE = Pattern.compile("(转接?|轉) *(分机|分機)");
    private static final Pattern BRANCH = Pattern.compile("(.*[0-9)]) *- *([0-9]{1,6})");
    /** In 95588-1 too, though 955881 would be another number: nobody writes less than four digits behind the last hyphen of one number. */
    private static final Pattern SHORT_BRANCH = Pattern.compile("(.*[0-9)]) *- *([0-9]{1,3})");
    private static final Pattern LOCAL = Pattern.compile("[2-9][0-9]{2,3}[ .-]?[0-9]{4}");
    private static final Pattern SERVICE = Pattern.compile("[19][0-9]{4,5}");
    /** 1-800-356-9377 is a number of North America; a mobile number at home begins with three digits together. */
    private static final Pattern AMERICAN = Pattern.compile("1[ .-]+\\(?[0-9].*");

    /** @return the number, or nothing when the text is none. Null is none */
    public static Optional<Phone> read(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        Matcher parts = TYPED.matcher(TWICE.matcher(plain(typed)).replaceAll("$1"));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String typedNumber = parts.group(1);
        if (HOME != 1 && AMERICAN.matcher(typedNumber).matches()) {
            return Optional.empty();
        }
        if (parts.group(2) != null) {
            return number(typedNumber).map(found -> with(found, parts.group(2)));
        }
        return branch(SHORT_BRANCH, typedNumber).filter(Phone::isAtHome)
                .or(() -> number(typedNumber).map(Phone::new)).or(() -> branch(BRANCH, typedNumber));
    }

    private static Optional<Phone> branch(Pattern form, String typed) {
        Matcher branch = form.matcher(typed);
        return branch.matches() ? number(branch.group(1)).map(found -> with(found, branch.group(2))) : Optional.empty();
    }

    /** Elsewhere, as in Germany, what stands behind the hyphen may be a part of the number. */
    private static boolean isAtHome(Phone phone) {
        return phone.number().startsWith("+" + HOME) || phone.number().contains(";phone-context=+" + HOME);
    }

    /** Full-width digits, dashes and spaces as ASCII has them; nothing invisible. */
    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC).codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.FORMAT -> {}
                case Character.DASH_PUNCTUATION, Character.CONNECTOR_PUNCTUATION -> plain.append('-');
                case Character.SPACE_SEPARATOR -> plain.append(' ');
                case Character.DECIMAL_DIGIT_NUMBER -> plain.append(Character.digit(point, 10));
                default -> plain.appendCodePoint(point == '−' ? '-' : point == '，' || point == '、' ? ',' : point);
            }
        });
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> number(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        try {
            PhoneNumber number = NUMBERS.parse(typed, REGION);
            boolean isThere = number.getCountryCode() == HOME ? NUMBERS.isValidNumber(number) : NUMBERS.isPossibleNumber(number);
            if (isThere) {
                return Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164));
            }
            boolean dialledHere = !typed.startsWith("+") && (LOCAL.matcher(typed).matches() || SERVICE.matcher(typed).matches()
                    || typed.equals(digits) && ShortNumberInfo.getInstance().isValidShortNumberForRegion(number, REGION));
            return dialledHere ? Optional.of(digits + ";phone-context=+" + HOME) : Optional.empty();
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    private static Phone with(String number, String extension) {
        return new Phone(extension == null ? number : number + ";ext=" + extension);
    }
}
