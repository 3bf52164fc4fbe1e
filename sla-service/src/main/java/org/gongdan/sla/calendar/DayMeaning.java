package org.gongdan.sla.calendar;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
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

    private static final int LONGEST = 1000;
    private static final Set<String> OFF_MARKS = Set.of("休", "假");
    private static final Set<String> WORK_MARKS = Set.of("班", "work");
    /** The word as a mark, at the beginning or the end of a name: Kick-off and Off-site are no holidays. */
    private static final Pattern OFF_WORD = Pattern
            .compile("(?<![a-z]-|\\b(?:kick|take|cut|sign|drop|pay|play|lay|show|switch|turn|hands|log|set|start|spin|write|call) )"
                    + "\\boff(?=\\s*[\\p{P}\\p{S}&&[^-]]|\\s*$|\\s+-)");
    private static final String OPEN = "[\\[(（【〔「『《<]\\s*";
    private static final String CLOSE = "\\s*[\\])）】〕」』》>]";
    private static final String MARK = OPEN + "(?i:休|班|假|放假|上班|补班|補班|休息|休假|work|off)" + CLOSE;
    private static final Pattern MARKED = Pattern.compile("^\\s*" + MARK + "\\s*|\\s*" + MARK + "\\s*$");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}\\p{S}]+");

    /** Not certain, not the whole day, or said by denying something: nothing to decide by. */
    private static final Pattern DOUBTFUL = Pattern
            .compile("取消|撤销|作废|暂停|暂定|待定|预计|拟|可能|半天|半日|上午|下午|晚上|安排|通知|部分|职工|员工|学生|延期|延迟|推迟|提前|改期|改为|改到|顺延|移至|调至|吗|是否|如果"
                    + "|不|无需|无须|免(?=放|休|补|假)|非(?=放|休|补|假|节|公)|未|没|勿|(放假|假期|休假|假日|长假|黄金周|休息日?)(之?[前后]|结束|开始前)"
                    + "|\\b(no|not|never|cancel\\w*|tentative|tb[acd]|maybe|half|morning|afternoon|postponed|moved"
                    + "|rescheduled|deferred|delayed|provisional|proposed|pending|unconfirmed"
                    + "|partial(ly)?|partly|some|optional|restricted|if|kein\\w*|nicht)\\b|\\?");
    /** 不放假，照常上班 says of a day that it is worked, by denying the contrary first. */
    private static final Pattern NOT_OFF = Pattern
            .compile("(不|不是|并不|并非|非)(放假|休息日?|休假|调休|节假日|假期)(?=.*(上班|补班|工作))|\\b(not a|no) (day off|holiday)\\b(?=.*\\bwork)");
    private static final Pattern NOT_WORKED = Pattern.compile("非工作日|(不|不用|不必|无需|无须|免)上班"
            + "|\\bnon[- ]?(working|business)( days?)?\\b|\\b(no|not an?) work(ing)?( ?days?)?\\b|\\bnot working\\b");
    private static final Pattern WORK = Pattern.compile("补行上班|补班|上班|出勤|工作日|(正常|照常)工作|(?<=[节旦日夕])班$"
            + "|\\b(work(ing)?|business)[- ]?days?\\b|\\bworking (mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\bwork\\b|\\barbeitstage?\\b");
    private static final Pattern REST = Pattern.compile("放假|(?<![调倒换轮退午])休息日?|(?<![调倒换轮退午])休[假日]|补休|补假|代休|公休|双休|连休|连假"
            + "|(?<=[节旦日夕])休$|\\bdays?[- ]off\\b|" + OFF_WORD.pattern() + "|\\brest days?\\b|\\bclosed\\b|\\barbeitsfrei\\w*\\b");
    private static final Pattern NAMED = Pattern.compile("节假日|假期|假日|长假|黄金周|(?<=[节庆旦夕明午秋])假");
    private static final Pattern CALLED = Pattern.compile("\\bholidays?\\b|\\bvacation\\b|\\bfeiertage?\\b");
    private static final Pattern SWAP = Pattern.compile("[调倒换]休");
    /** 10月10日上班: the day on which it is so. A day that is made up for, as in 补10月8日班, and a day at the end of several are none. */
    private static final Pattern DATED = Pattern.compile(
            "(?<![补至到~\\-\u2013\u2014\\d])([01]?\\d)月([0-3]?\\d)[日号]? ?(?:\\(?(?:周|星期).\\)?)? ?(?:调休|照常|正常)?(?:上班|补班|放假|休息|休假|补休|工作)");
    private static final Pattern OTHER = Pattern.compile("[班休假]|\\boff\\b");
    private static final Pattern HINT = Pattern.compile("[班休假补调换工勤]|[营営]业|営業|开市|办公|근무|稼働"
            + "|\\b(off|school|leave|office|business|eve of|remote|duty|shift\\w*|swap\\w*|adjust\\w*|make[- "
            + "]?up|lieu|compensat\\w*|overtime|open|working)\\b");

    static DayMeaning of(String name) {
        if (name.length() > LONGEST) {
            return UNCLEAR;
        }
        String text = NOT_OFF.matcher(plain(name)).replaceAll(" ");
        String rest = NOT_WORKED.matcher(text).replaceAll(" ");
        List<String> words = Arrays.asList(BETWEEN.split(rest));
        boolean marked = OFF_WORD.matcher(rest).find()
                || words.stream().anyMatch(word -> OFF_MARKS.contains(word) || WORK_MARKS.contains(word));
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
            // 值班, 退休, 寒假, off work: another word than those understood.
            return OTHER.matcher(left).find() ? UNCLEAR : off ? OFF : worked ? WORKED : HOLIDAY;
        }
        return HINT.matcher(left).find() ? UNCLEAR : CALLED.matcher(left).find() ? CALLED_HOLIDAY : PLAIN;
    }

    /** @return whether a name tells on which day people work or rest, and it is none of these */
    static boolean isOfOtherDays(String name, Collection<LocalDate> days) {
        return name.length() <= LONGEST && DATED.matcher(plain(name)).results().anyMatch(said -> days.stream()
                .noneMatch(day -> day.getMonthValue() == Integer.parseInt(said.group(1))
                        && day.getDayOfMonth() == Integer.parseInt(said.group(2))));
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
        String traditional = "補調換連節國慶開業無須後遲職員學順銷營擬預計";
        String simplified = "补调换连节国庆开业无须后迟职员学顺销营拟预计";
        StringBuilder made = new StringBuilder();
        text.codePoints().forEach(one -> {
            int at = traditional.indexOf(one);
            made.appendCodePoint(at < 0 ? one : simplified.codePointAt(at));
        });
        return made.toString().replaceAll("\\s+", " ");
    }
}
