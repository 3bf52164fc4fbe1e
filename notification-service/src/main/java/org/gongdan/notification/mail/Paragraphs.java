package org.gongdan.notification.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody wrote to somebody, as he wrote it: paragraphs between blank lines, their lines with their indentation, and nothing that is not seen. */
final class Paragraphs {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\u000B\\u000C\\u0085\\u2028\\u2029]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final String TAB = "    ";

    private Paragraphs() {
    }

    static List<List<String>> of(String text) {
        List<List<String>> paragraphs = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : LINE_END.split(OneLine.visible(text))) {
            String kept = CONTROL.matcher(line.replace("\t", TAB)).replaceAll("").stripTrailing();
            if (!kept.isEmpty()) {
                lines.add(kept);
            } else if (!lines.isEmpty()) {
                paragraphs.add(lines);
                lines = new ArrayList<>();
            }
        }
        if (!lines.isEmpty()) {
            paragraphs.add(lines);
        }
        return paragraphs;
    }
}
