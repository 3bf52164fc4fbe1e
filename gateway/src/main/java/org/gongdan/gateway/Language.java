package org.gongdan.gateway;

import java.util.Locale;

/**
 * Which of our two languages a client prefers. What cannot be understood is passed over: the choice of words for a refusal must never be
 * a reason to fail.
 */
final class Language {

    private Language() {}

    /** @param accepted value of Accept-Language, or null */
    static boolean english(String accepted) {
        var english = 0.0;
        var chinese = 0.0;
        if (accepted != null) {
            for (String range : accepted.split(",")) {
                var parts = range.strip().toLowerCase(Locale.ROOT).split(";", 2);
                var tag = parts[0].strip();
                var weight = weight(parts.length == 1 ? "" : parts[1].strip());
                if (tag.equals("en") || tag.startsWith("en-")) {
                    english = Math.max(english, weight);
                } else if (tag.equals("zh") || tag.startsWith("zh-")) {
                    chinese = Math.max(chinese, weight);
                }
            }
        }
        return english > 0 && english > chinese || english > 0 && english == chinese && first(accepted, "en", "zh");
    }

    /** @return 0 to 1; 0, that is "not wanted", for what is no weight */
    private static double weight(String parameter) {
        if (parameter.isEmpty()) {
            return 1;
        }
        return parameter.matches("q\\s*=\\s*(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
                ? Double.parseDouble(parameter.substring(parameter.indexOf('=') + 1).strip()) : 0;
    }

    private static boolean first(String accepted, String tag, String other) {
        var text = "," + accepted.toLowerCase(Locale.ROOT).replace(" ", "");
        var here = text.indexOf("," + tag);
        var there = text.indexOf("," + other);
        return here >= 0 && (there < 0 || here < there);
    }
}
