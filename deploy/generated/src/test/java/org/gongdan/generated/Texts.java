package org.gongdan.generated;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that a person or a system might send and that are hard on software; whether they are taken is the service's business. */
final class Texts {
    /** The ends of the range that every instant has, and what lies just beyond and far beyond. */
    static final List<String> INSTANTS = List.of("2000-01-01T00:00:00Z", "2199-12-31T23:59:59Z", "2199-12-31T23:59:59.999999Z",
            "2199-12-31T23:59:59.999999999Z", "1999-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
            "+300000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z", "-0001-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z", "2028-02-29T23:59:60Z", "2027-02-30T00:00:00Z", "2027-01-01T00:00:00+18:00");
    /** Ends of the range that every day has, and beyond. */
    private static final List<String> DAYS = List.of("2000-01-01", "2199-12-31", "2200-01-01", "1999-12-31", "+10000-01-01", "9999-12-31",
            "2028-02-29");
    private static final List<String> PHRASES = List.of("收银机打不出小票", "ＰＯＳ机　死机", "收銀機無法開機", "Wi-Fi 频繁掉线", "TM-U220B",
            "Ｔｅ\u0301st", "e\u0301a\u0308",
            "𠮷野家", "䶮记面馆", "👩\u200d🔧 已到店", "=1+1", "＝1+1", "@SUM(A1)",
            "\t=cmd", "100%_!\\", "' or 1=1 --", "{0} ${a} #{b}", "<b>店</b>&amp;",
            "a\nb", "a\r\nb", "\u202eabc", "\u2066x\u2069", "\ufefftext", "  空格  ",
            "\u3000全角\u3000", "İıßſ", "ﬁ", "_x000D_", "سلام", "नमस्ते", "ZWJ\u200d", "a\u0000b");

    private Texts() {
    }

    static String phrase(Random random) {
        return PHRASES.get(random.nextInt(PHRASES.size()));
    }

    /** What most people write. @param longest in code points */
    static String usual(Random random, int longest) {
        var words = List.of("更换打印头", "店员误操作", "重装驱动后恢复", "电源线松动", "顾客排队，请尽快").get(random.nextInt(5));
        return cut(words + random.nextInt(1_000_000), longest);
    }

    /** @param longest in code points; one in five texts is exactly so long */
    static String hard(Random random, int longest) {
        return random.nextInt(5) == 0 ? filled(random, longest) : cut(phrase(random), longest);
    }

    private static String filled(Random random, int length) {
        var letter = List.of("店", "𠮷", "a", "W").get(random.nextInt(4));
        return letter.repeat(Math.min(length, 20_000));
    }

    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    static String instant(Random random, Instant now) {
        return switch (random.nextInt(8)) {
            case 0 -> INSTANTS.get(random.nextInt(INSTANTS.size()));
            case 1 -> now.plus(Duration.ofDays(random.nextInt(60_000))).toString();
            case 2 -> now.minus(Duration.ofDays(random.nextInt(9_000))).toString();
            case 3, 4 -> now.minus(Duration.ofMinutes(1 + random.nextInt(600))).toString();
            default -> now.plus(Duration.ofMinutes(5 + random.nextInt(4_000))).toString();
        };
    }

    static String day(Random random, LocalDate today) {
        return switch (random.nextInt(10)) {
            case 0 -> DAYS.get(random.nextInt(DAYS.size()));
            case 1 -> today.minusDays(random.nextInt(4_000)).toString();
            default -> today.plusDays(random.nextInt(90) - 20).toString();
        };
    }

    static String uuid(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "00000000-0000-0000-0000-000000000000";
            case 1 -> "ffffffff-ffff-ffff-ffff-ffffffffffff";
            default -> new UUID(random.nextLong(), random.nextLong()).toString();
        };
    }
}
