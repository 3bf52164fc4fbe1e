package org.gongdan.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The page behind the {@code type} of every problem, in both languages. The sentences are those of the services; the build lays their
 * bundles beside the gateway.
 */
final class ProblemPages {

    private static final List<String> BUNDLES = List.of("platform/platform", "ticket/service", "dispatch/service", "sla/service",
            "knowledge/service", "notification/service");
    private static final String PAGE = """
            <!doctype html><html lang="zh"><head><meta charset="utf-8"><title>%1$s</title></head><body>
            <h1>%1$s</h1>
            <section lang="zh">%2$s</section>
            <section lang="en">%3$s</section>
            <p lang="zh">请求的答复中有 <code>detail</code>（具体说明）、<code>errors</code>（有问题的字段）和 <code>traceId</code>（跟踪编号）。</p>
            <p lang="en">The answer to the request holds <code>detail</code> (what was wrong), <code>errors</code> (the fields)
                and <code>traceId</code> (for enquiries).</p>
            </body></html>
            """;

    private final Map<String, String> pages = new TreeMap<>();

    ProblemPages() {
        Map<String, Set<String>> chinese = new TreeMap<>();
        Map<String, Set<String>> english = new TreeMap<>();
        for (String bundle : BUNDLES) {
            collect(bundle + "_zh.properties", chinese);
            collect(bundle + ".properties", english);
        }
        for (Problem own : Problem.values()) {
            chinese.computeIfAbsent(own.slug(), none -> new LinkedHashSet<>()).add(own.detail(false));
            english.computeIfAbsent(own.slug(), none -> new LinkedHashSet<>()).add(own.detail(true));
        }
        chinese.forEach((code, sentences) -> pages.put(code,
                PAGE.formatted(code, paragraphs(sentences), paragraphs(english.getOrDefault(code, Set.of())))));
    }

    void show(RoutingContext rc) {
        String page = pages.get(rc.pathParam("code"));
        if (page == null) {
            Problem.NOT_FOUND.answer(rc);
            return;
        }
        rc.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600").end(page);
    }

    private static void collect(String bundle, Map<String, Set<String>> sentences) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream("problems/" + bundle)) {
            if (file == null) {
                throw new IllegalStateException("the build left out problems/" + bundle);
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            texts.stringPropertyNames().stream().filter(key -> key.indexOf('.') < 0)
                    .forEach(key -> sentences.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(shown(texts.getProperty(key))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sentence without what differs from one occurrence to the next. */
    private static String shown(String sentence) {
        return sentence.replaceAll("\\{\\d[^}]*}", "…").replace("''", "'");
    }

    private static String paragraphs(Set<String> sentences) {
        return sentences.stream().map(sentence -> "<p>" + sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</p>")
                .collect(Collectors.joining());
    }
}
