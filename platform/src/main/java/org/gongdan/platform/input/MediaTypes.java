package org.gongdan.platform.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Media types as headers name them (RFC 9110, sections 8.3.1 and 12.5.1). */
final class MediaTypes {

    private static final int LONGEST = 1000;

    private MediaTypes() {
    }

    /**
     * The media ranges of {@code Accept} that can be read, in their usual form; what cannot be read counts as not said, and what has weight 0
     * is not wanted. Old clients of Java write {@code *; q=.2} for everything.
     *
     * @param headers values of the header
     * @return empty when nothing was said; null when something was, but none of it can be read or is wanted
     */
    static String accepted(List<String> headers) {
        List<String> readable = new ArrayList<>();
        boolean said = false;
        for (String header : headers) {
            for (String range : header.length() > LONGEST ? new String[] {"too long"} : header.split(",")) {
                said |= !range.isBlank();
                String usual = usual(range.strip());
                if (usual != null) {
                    readable.add(usual);
                }
            }
        }
        return readable.isEmpty() && said ? null : String.join(",", readable);
    }

    /**
     * @param headers values of {@code Content-Type}: one, in UTF-8 unless it is a text whose reader knows other encodings; none where there is no
     *                body
     * @param hasBody whether there is one
     */
    static boolean isBody(List<String> headers, boolean hasBody) {
        if (headers.isEmpty()) {
            return !hasBody;
        }
        String[] parts = headers.getFirst().split(";");
        if (headers.size() > 1 || headers.getFirst().length() > LONGEST || parts.length == 0 || parts[0].indexOf('*') >= 0
                || !isType(parts[0].strip())) {
            return false;
        }
        boolean isText = parts[0].strip().toLowerCase(Locale.ROOT).startsWith("text/");
        for (int at = 1; at < parts.length; at++) {
            String parameter = parts[at].strip();
            int equals = parameter.indexOf('=');
            if (equals <= 0 || !isToken(parameter.substring(0, equals))) {
                return false;
            }
            String value = parameter.substring(equals + 1).replace("\"", "");
            boolean charset = parameter.substring(0, equals).equalsIgnoreCase("charset");
            if (charset && !isText && !value.equalsIgnoreCase("utf-8") && !value.equalsIgnoreCase("us-ascii")) {
                return false;
            }
        }
        return true;
    }

    private static String usual(String range) {
        String[] parts = range.split(";");
        String type = parts.length == 0 ? "" : parts[0].strip();
        StringBuilder usual = new StringBuilder(type.equals("*") ? "*/*" : type);
        if (!isType(usual.toString())) {
            return null;
        }
        for (int at = 1; at < parts.length; at++) {
            String parameter = parts[at].strip();
            int equals = parameter.indexOf('=');
            if (equals <= 0 || !isToken(parameter.substring(0, equals))) {
                return null;
            }
            String value = parameter.substring(equals + 1);
            boolean weight = parameter.substring(0, equals).equalsIgnoreCase("q");
            String full = weight && value.startsWith(".") ? "0" + value : value;
            if (weight && (!isWeight(full) || isNothing(full))) {
                return null;
            }
            usual.append(';').append(parameter, 0, equals).append('=').append(full);
        }
        return usual.toString();
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

    private static boolean isNothing(String weight) {
        return weight.chars().allMatch(letter -> letter == '0' || letter == '.');
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
