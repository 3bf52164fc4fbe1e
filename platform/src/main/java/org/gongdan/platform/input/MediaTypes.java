package org.gongdan.platform.input;

import java.util.List;

/** Whether the media types of a header can be read (RFC 9110, section 8.3.1). */
final class MediaTypes {

    private static final int LONGEST = 1000;

    private MediaTypes() {
    }

    /** @param headers values of {@code Accept}: lists of media ranges with parameters */
    static boolean areAll(List<String> headers) {
        for (String header : headers) {
            if (header.length() > LONGEST) {
                return false;
            }
            for (String range : header.split(",")) {
                if (!range.isBlank() && !isRange(range.strip())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** @param headers values of {@code Content-Type}: none, or one in UTF-8 */
    static boolean isBody(List<String> headers) {
        if (headers.isEmpty()) {
            return true;
        }
        String[] parts = headers.getFirst().split(";");
        if (headers.size() > 1 || headers.getFirst().length() > LONGEST || parts.length == 0 || parts[0].indexOf('*') >= 0
                || !isType(parts[0].strip())) {
            return false;
        }
        for (int at = 1; at < parts.length; at++) {
            String parameter = parts[at].strip();
            int equals = parameter.indexOf('=');
            if (equals <= 0 || !isToken(parameter.substring(0, equals))) {
                return false;
            }
            String value = parameter.substring(equals + 1).replace("\"", "");
            boolean charset = parameter.substring(0, equals).equalsIgnoreCase("charset");
            if (charset && !value.equalsIgnoreCase("utf-8") && !value.equalsIgnoreCase("us-ascii")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRange(String range) {
        String[] parts = range.split(";");
        if (parts.length == 0 || !isType(parts[0].strip())) {
            return false;
        }
        for (int at = 1; at < parts.length; at++) {
            String parameter = parts[at].strip();
            int equals = parameter.indexOf('=');
            if (equals <= 0 || !isToken(parameter.substring(0, equals))) {
                return false;
            }
            if (parameter.substring(0, equals).equalsIgnoreCase("q") && !isWeight(parameter.substring(equals + 1))) {
                return false;
            }
        }
        return true;
    }

    /** From 0 to 1 with at most three decimals. */
    private static boolean isWeight(String text) {
        if (text.isEmpty() || text.length() > 5 || text.charAt(0) != '0' && text.charAt(0) != '1'
                || text.length() > 1 && text.charAt(1) != '.') {
            return false;
        }
        for (int at = 2; at < text.length(); at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9' || text.charAt(0) == '1' && digit != '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isType(String type) {
        int slash = type.indexOf('/');
        return slash > 0 && isToken(type.substring(0, slash)) && isToken(type.substring(slash + 1));
    }

    private static boolean isToken(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean fits = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9'
                    || "!#$%&'*+-.^_`|~".indexOf(letter) >= 0;
            if (!fits) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
