package org.gongdan.sla.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The worked examples of docs/sla.md: what is written there is what is tested. */
public final class SlaDocument {

    private SlaDocument() {
    }

    /** The first JSON block of the section on agreements. */
    public static String contract() {
        try {
            String text = Files.readString(Path.of("../docs/sla.md"));
            String section = text.substring(text.indexOf("## Agreements"));
            int begin = section.indexOf("```json\n") + "```json\n".length();
            return section.substring(begin, section.indexOf("```", begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Content content() {
        return ContentJson.read(contract());
    }
}
