package org.gongdan.platform.printing;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.Variant;

/** Makes pages of templates. Every value goes through {@link Printable} and is escaped: a template cannot print one as it is. For one thread at a time. */
final class Templates {

    private static final String WORDS = "words";

    private final Engine engine;
    private final Printable printable;
    /** Of the service whose document it is; its templates lie there. */
    private ClassLoader loader;
    private final HtmlEscaper escaper = new HtmlEscaper(List.of());

    Templates(Printable printable) {
        this.printable = printable;
        this.engine = Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver()).addNamespaceResolver(words())
                .addResultMapper(new Escaped()).addLocator(this::find).strictRendering(true).build();
    }

    String render(Print print, Letterhead letterhead, String fonts) {
        loader = print.view().getClass().getClassLoader();
        return engine.getTemplate(print.template()).instance().setAttribute(WORDS, print.words())
                .data("it", print.view()).data("letterhead", letterhead).data("fonts", fonts)
                .data("language", print.words().locale().getLanguage()).render();
    }

    private Optional<TemplateLocation> find(String name) {
        String resource = "printing/" + name + ".html";
        return loader.getResource(resource) == null ? Optional.empty()
                : Optional.of(new TemplateLocation() {
                    @Override
                    public Reader read() {
                        InputStream found = loader.getResourceAsStream(resource);
                        return new InputStreamReader(found, StandardCharsets.UTF_8);
                    }

                    @Override
                    public Optional<Variant> getVariant() {
                        return Optional.empty();
                    }
                });
    }

    private static NamespaceResolver words() {
        return new NamespaceResolver() {
            @Override
            public String getNamespace() {
                return "w";
            }

            @Override
            public CompletionStage<Object> resolve(EvalContext context) {
                return CompletableFuture.completedFuture(((Phrases) context.getAttribute(WORDS)).say(context.getName()));
            }
        };
    }

    private final class Escaped implements ResultMapper {

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return true;
        }

        @Override
        public String map(Object result, Expression expression) {
            if (result instanceof RawString) {
                throw new IllegalStateException("a template prints a value as it is: " + expression.toOriginalString());
            }
            return escaper.map(printable.text(result.toString()), expression);
        }
    }
}
