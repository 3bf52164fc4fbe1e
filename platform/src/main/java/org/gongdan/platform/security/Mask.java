package org.gongdan.platform.security;

import java.text.Normalizer;

/** Shows personal data only as far as it is needed to recognise it: of letters and digits at most half, and of a single one nothing. */
public final class Mask {

    private static final String HIDDEN = "****";
    private static final int MOST_OF_ADDRESS = 6;

    private Mask() {
    }

    /** {@code 13812341234} becomes {@code 138****34}, {@code 64265555} becomes {@code 64****55}. An extension counts, but is not shown. */
    public static String phone(String phone) {
        if (phone == null) {
            return null;
        }
        String typed = Normalizer.normalize(phone, Normalizer.Form.NFKC);
        String digits = digits(typed.split("[^0-9 ()+.-]", 2)[0]);
        int shown = Math.min(digits.length(), digits(typed).length()) / 2;
        int first = Math.min(3, (shown + 1) / 2);
        int last = Math.min(4, shown - first);
        return digits.substring(0, first) + HIDDEN + digits.substring(digits.length() - last);
    }

    /** {@code 刘店长} becomes {@code 刘**}; a name of one letter {@code **}. */
    public static String name(String name) {
        return name == null || name.isEmpty() ? name : beginning(name, 1) + "**";
    }

    /** {@code liu@example.com} becomes {@code l***@e***.com}; what would show too much of a short address is left out. */
    public static String email(String email) {
        if (email == null) {
            return null;
        }
        int at = email.lastIndexOf('@');
        if (at < 1) {
            return "***";
        }
        String name = email.substring(0, at);
        String domain = email.substring(at + 1);
        int dot = domain.lastIndexOf('.');
        String top = dot < 0 ? "" : domain.substring(dot);
        int left = letters(email) / 2 - letters(top);
        if (left < 0) {
            return "***@***";
        }
        String first = left < 1 ? "" : beginning(name, 1);
        String second = left < 2 || dot < 0 ? "" : beginning(domain.substring(0, dot), 1);
        return first + "***@" + second + "***" + top;
    }

    /** Keeps the first six characters of an address (province and city in Chinese addresses), of a short one half. */
    public static String address(String address) {
        return address == null || address.isEmpty() ? address : beginning(address, MOST_OF_ADDRESS) + HIDDEN;
    }

    /** At most so many letters and digits, and at most half of them. */
    private static String beginning(String text, int most) {
        int left = Math.min(most, letters(text) / 2);
        int end = 0;
        for (int at = 0; at < text.length() && left > 0;) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (Character.isLetterOrDigit(point)) {
                left--;
                end = at;
            }
        }
        return text.substring(0, end);
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
