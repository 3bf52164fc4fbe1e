package org.gongdan.platform.security;

/** Shows personal data only as far as it is needed to recognise it. */
public final class Mask {

    private Mask() {
    }

    /** {@code 13812341234} becomes {@code 138****1234}; shorter numbers keep their last two digits. */
    public static String phone(String phone) {
        if (phone == null) {
            return null;
        }
        int length = phone.length();
        return length >= 8 ? phone.substring(0, 3) + "****" + phone.substring(length - 4) : "****" + phone.substring(Math.max(0, length - 2));
    }

    /** {@code 刘店长} becomes {@code 刘**}. */
    public static String name(String name) {
        return name == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /** {@code liu@example.com} becomes {@code l***@example.com}. */
    public static String email(String email) {
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        return at < 1 ? "***" : email.charAt(0) + "***" + email.substring(at);
    }

    /** Keeps the first six characters of an address (province and city in Chinese addresses). */
    public static String address(String address) {
        return address == null || address.length() <= 6 ? address : address.substring(0, 6) + "****";
    }
}
