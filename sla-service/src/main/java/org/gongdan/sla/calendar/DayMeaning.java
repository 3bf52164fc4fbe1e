package org.gongdan.sla.calendar;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a day says of it, in the wordings of public calendars. What could be read in two ways is {@link #UNCLEAR}, never guessed. */
enum DayMeaning {

    /** It says that nobody works. */
    OFF,
    /** It says only that it belongs to a holiday, as 假期 does; make-up days are called after their holiday too. */
    HOLIDAY,
    /** It is called a holiday, as some days of a plain list of holidays are: Spring bank holiday beside Good Friday. */
    CALLED_HOLIDAY,
    /** It says that people work. */
    WORKED,
    /** It is a name and nothing else. */
    PLAIN,
    /** It hints at work or rest, and leaves open which; or says both. */
    UNCLEAR;

    private static final Set<String> OFF_MARKS = Set.of("休", "假", "off");
    private static final Set<String> WORK_MARKS = Set.of("班", "work");
    private static final String OPEN = "[\\[(（【〔「『《<]\\s*";
    private static final String CLOSE = "\\s*[\\])）】〕」』》>]";
    private static final String MARK = OPEN + "(?i:休|班|假|放假|上班|补班|補班|休息|休假|work|off)" + CLOSE;
    private static final Pattern MARKED = Pattern.compile("^\\s*" + MARK + "\\s*|\\s*" + MARK + "\\s*$");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}\\p{S}]+");

    /** Not certain, not the whole day, or said by denying something: nothing to decide by. */
    private static final Pattern DOUBTFUL = Pattern.compile("取消|暂停|暂定|待定|预计|可能|半天|半日|上午|下午|晚上|安排|通知"
            + "|(不|无需|无须|不用|不必|免|非|未|没|没有|勿)(放假|休|补|假|节假日)|\\b(no|not|never|cancel\\w*|tentative|tb[acd]|maybe|half|morning|afternoon)\\b|\\?");
    private static final Pattern NOT_WORKED = Pattern.compile("非工作日|(不|不用|不必|无需|无须|免)上班"
            + "|\\bnon[- ]?working( days?)?\\b|\\b(no|not an?) work(ing)?( ?days?)?\\b|\\bnot working\\b");
    private static final Pattern WORK = Pattern.compile("补行上班|补班|上班|出勤|工作日|(?<=[节旦日夕])班$"
            + "|\\bwork(ing)?[- ]?days?\\b|\\bwork\\b|\\barbeitstage?\\b");
    private static final Pattern REST = Pattern.compile("放假|(?<![调倒换轮退午])休息日?|(?<![调倒换轮退午])休[假日]|补休|补假|代休|公休|双休|连休|连假"
            + "|(?<=[节旦日夕])休$|\\bdays?[- ]off\\b|\\boff\\b|\\brest days?\\b|\\bclosed\\b|\\barbeitsfrei\\w*\\b");
    private static final Pattern NAMED = Pattern.compile("节假日|假期|假日|长假|黄金周|(?<=[节庆旦夕明午秋])假");
    private static final Pattern CALLED = Pattern.compile("\\bholidays?\\b|\\bvacation\\b|\\bfeiertage?\\b");
    private static final Pattern SWAP = Pattern.compile("[调倒换]休");
    private static final Pattern HINT = Pattern.compile("[班休假补调换工]|营业|开市"
            + "|\\b(duty|shift\\w*|swap\\w*|adjust\\w*|make[- ]?up|lieu|compensat\\w*|overtime|open|working)\\b");

    static DayMeaning of(String name) {
        String text = plain(name);
        String rest = NOT_WORKED.matcher(text).replaceAll(" ");
        List<String> words = Arrays.asList(BETWEEN.split(rest));
        boolean marked = words.stream().anyMatch(word -> OFF_MARKS.contains(word) || WORK_MARKS.contains(word));
        boolean off = !rest.equals(text) || words.stream().anyMatch(OFF_MARKS::contains);
        if (DOUBTFUL.matcher(rest).find()) {
            return UNCLEAR;
        }
        int swap = SWAP.matcher(rest).results().mapToInt(found -> found.start()).max().orElse(-1);
        off |= REST.matcher(rest).find();
        boolean worked = WORK.matcher(rest).find() || words.stream().anyMatch(WORK_MARKS::contains);
        boolean named = NAMED.matcher(rest).find();
        if (off && worked) {
            return UNCLEAR;
        }
        if (swap >= 0 && !worked && !marked && !saidAfter(rest, swap)) {
            return UNCLEAR;
        }
        String left = removed(rest, REST, WORK, NAMED, SWAP, Pattern.compile("(?<![^\\s\\p{P}\\p{S}])[休假班](?![^\\s\\p{P}\\p{S}])"));
        if (off || worked || named) {
            // 值班, 退休, 寒假: another word than those understood.
            return left.matches(".*[班休假].*") ? UNCLEAR : off ? OFF : worked ? WORKED : HOLIDAY;
        }
        return HINT.matcher(left).find() ? UNCLEAR : CALLED.matcher(left).find() ? CALLED_HOLIDAY : PLAIN;
    }

    /** Whether it contradicts what is known of the day. */
    boolean contradicts(boolean off) {
        return off ? this == WORKED : this == OFF;
    }

    /** @return the name without the mark at its end or beginning */
    static String named(String name) {
        String without = MARKED.matcher(name.strip()).replaceAll("").strip();
        return without.isEmpty() ? name.strip() : without;
    }

    /** 调休放假 is a day off; 放假调休 is either. */
    private static boolean saidAfter(String text, int swap) {
        return REST.matcher(text.substring(swap + 2)).find();
    }

    private static String removed(String text, Pattern... patterns) {
        String left = text;
        for (Pattern pattern : patterns) {
            left = pattern.matcher(left).replaceAll(" ");
        }
        return left;
    }

    private static String plain(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\p{Cf}\\uFE0F]", "").toLowerCase(Locale.ROOT).strip();
        String traditional = "補調換連節國慶開業無須後";
        String simplified = "补调换连节国庆开业无须后";
        StringBuilder made = new StringBuilder();
        text.codePoints().forEach(one -> {
            int at = traditional.indexOf(one);
            made.appendCodePoint(at < 0 ? one : simplified.codePointAt(at));
        });
        return made.toString().replaceAll("\\s+", " ");
    }
}
