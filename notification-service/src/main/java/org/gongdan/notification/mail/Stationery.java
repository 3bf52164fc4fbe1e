package org.gongdan.notification.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.gongdan.notification.Template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.UserTagSectionHelper;
import io.quarkus.qute.Variant;

/**
 * Puts a letter on paper, twice: its template, one per language, is made of tags (p, fact, button …) that look one way in text and another
 * in HTML. What people wrote is put in as it is and never read as a template; in HTML it is escaped.
 */
final class Stationery {

    private static final List<String> TAGS = List.of("headline", "p", "note", "facts", "fact", "button", "link", "words", "newline");
    private static final Pattern GAP = Pattern.compile("[ \\t]*\\n([ \\t]*\\n)+");
    private static final Engine TEXT = engine("text", Variant.TEXT_PLAIN).build();
    private static final Engine HTML = engine("html", Variant.TEXT_HTML).addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    private static final Map<String, Wording> LOADED = new ConcurrentHashMap<>();

    private Stationery() {
    }

    private record Wording(io.quarkus.qute.Template subject, io.quarkus.qute.Template text, io.quarkus.qute.Template html) {
    }

    /** @throws io.quarkus.qute.TemplateException when the template asks for a value that there is not */
    static Letter letter(String to, Template template, Locale language, Map<String, Object> values) {
        Wording wording = LOADED.computeIfAbsent("templates/" + language.getLanguage() + "/" + template.file() + ".txt", Stationery::load);
        Map<String, Object> all = new HashMap<>(values);
        String subject = OneLine.of(wording.subject().render(all));
        all.put("subject", subject);
        all.put("lang", language.toLanguageTag());
        all.put("body", GAP.matcher(wording.text().render(all)).replaceAll("\n\n").strip());
        String text = GAP.matcher(TEXT.getTemplate("layout").render(all)).replaceAll("\n\n").strip() + "\n";
        all.put("body", new RawString(wording.html().render(all).strip()));
        return new Letter(to, subject, text, HTML.getTemplate("layout").render(all));
    }

    private static EngineBuilder engine(String folder, String type) {
        EngineBuilder builder = Engine.builder().addDefaults()
                .addLocator(name -> Optional
                        .of(new Piece("templates/" + folder + "/" + name + "." + type.substring(5).replace("plain", "txt"), type)));
        TAGS.forEach(tag -> builder.addSectionHelper(new UserTagSectionHelper.Factory(tag, tag)));
        return builder;
    }

    private static Wording load(String file) {
        String[] parts = read(file).split("\n", 2);
        return new Wording(TEXT.parse(parts[0].strip()), TEXT.parse(parts[1]),
                HTML.parse(parts[1], Variant.forContentType(Variant.TEXT_HTML)));
    }

    private static String read(String file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = Stationery.class.getClassLoader().getResourceAsStream(file);
        if (in == null) {
            throw new IllegalArgumentException("no template " + file);
        }
        return in;
    }

    /** A tag, or the sheet that all letters are written on. */
    private record Piece(String file, String type) implements TemplateLocation {

        @Override
        public Reader read() {
            return new InputStreamReader(open(file), StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(type));
        }
    }
}
