package org.gongdan.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration may not do (ADR 048): be changed or removed once databases have had it, come before one they have had, or break the program of the
 * release before, which goes on working beside the new one during an upgrade.
 */
public final class MigrationRules {

    private static final Pattern VERSION = Pattern.compile("(.*/)V([0-9_]+)__[^/]+\\.sql");
    private static final Pattern CONTRACT = Pattern.compile("(?m)^-- contract: since \\S+");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern BODY = Pattern.compile("(?s)\\$(\\w*)\\$.*?\\$\\1\\$");
    /** By what they are to the old program. Defaults are looked for behind the column's type, up to the next comma outside of brackets. */
    private static final Map<String, Pattern> BREAKING = new LinkedHashMap<>();

    static {
        BREAKING.put("it still reads the table or view", Pattern.compile("\\bdrop (table|view|materialized view)\\b"));
        BREAKING.put("it still reads the column", Pattern.compile("\\bdrop (column )(if exists )?\\w+"));
        BREAKING.put("it knows the old name", Pattern.compile("\\brename\\b"));
        BREAKING.put("it writes rows without it", Pattern.compile(
                "\\bset not null\\b|\\badd column (if not exists )?(?![^,;]*(\\bdefault\\b|\\bgenerated\\b))[^,;]*\\bnot null\\b"));
        BREAKING.put("it writes and reads the old type", Pattern.compile("\\balter (column )?\\w+ (set data )?type\\b"));
        BREAKING.put("it writes what was allowed",
                Pattern.compile("\\badd (constraint \\w+ )?(check|unique|foreign key|exclude|primary key)\\b"));
    }

    private MigrationRules() {
    }

    /** @param sum SHA-256 of the file, in hexadecimal digits */
    public record Released(String since, String sum, String path) {
    }

    public static List<Released> released(String list) {
        return list.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\\s+"))
                .map(words -> new Released(words[0], words[1], words[2])).toList();
    }

    /** @param files text of each migration by its path. @return what is wrong, in words; nothing when all is well */
    public static List<String> broken(List<Released> released, Map<String, String> files) {
        List<String> broken = new ArrayList<>();
        Map<String, String> listed = new TreeMap<>();
        for (Released old : released) {
            String text = files.get(old.path());
            if (text == null) {
                broken.add(old.path() + " is gone; databases have had it since " + old.since());
            } else if (!old.sum().equals(sum(text))) {
                broken.add(
                        old.path() + " has changed; databases have had it since " + old.since() + ": change it back and write a new one");
            }
            listed.put(old.path(), old.sum());
        }
        files.forEach((path, text) -> {
            if (!listed.containsKey(path)) {
                inTurn(path, listed, broken);
                fitsTheProgramBefore(path, text, broken);
            }
        });
        return broken;
    }

    private static void inTurn(String path, Map<String, String> listed, List<String> broken) {
        Matcher mine = VERSION.matcher(path);
        if (mine.matches()) {
            listed.keySet().stream().map(VERSION::matcher).filter(Matcher::matches).filter(old -> old.group(1).equals(mine.group(1)))
                    .filter(old -> Arrays.compare(number(old.group(2)), number(mine.group(2))) >= 0).findFirst()
                    .ifPresent(old -> broken
                            .add(path + " comes before " + old.group() + ", which databases have had: no database would take it"));
        }
    }

    private static void fitsTheProgramBefore(String path, String text, List<String> broken) {
        if (CONTRACT.matcher(text).find()) {
            return;
        }
        String sql = BODY.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        for (String statement : sql.split(";")) {
            BREAKING.forEach((why, pattern) -> {
                if (statement.contains("alter ") || statement.contains("drop ")) {
                    Matcher found = pattern.matcher(statement);
                    if (found.find()) {
                        broken.add(
                                "%s: \"%s\" breaks the program of the release before: %s. Expand first, or say -- contract: since <release>"
                                        .formatted(path,
                                                found.group(), why));
                    }
                }
            });
        }
    }

    /** By their parts: 0_9 comes before 0_12, 1_9 before 2. */
    private static int[] number(String version) {
        return Arrays.stream(version.split("_")).mapToInt(Integer::parseInt).toArray();
    }

    static String sum(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
