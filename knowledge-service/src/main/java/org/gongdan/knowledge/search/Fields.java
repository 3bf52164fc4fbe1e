package org.gongdan.knowledge.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;

/**
 * The searchable fields and what each weighs. Every text is indexed twice: as words, and as pairs of characters for what the word list
 * does not know (product names, jargon) or cuts differently in question and article.
 */
final class Fields {

    static final String ID = "id";
    static final String STATUS = "status";
    static final String TITLE = "title";
    static final String SYMPTOM = "symptom";
    static final String SOLUTION = "solution";
    static final String PRODUCT = "product";
    static final String PAIRS = ".pairs";

    /** What a caller says resembles titles and symptoms; causes and fixes are the engineer's words. */
    static final Map<String, Float> WEIGHTS = Map.of(TITLE, 3f, SYMPTOM, 2f, SOLUTION, 0.7f, PRODUCT, 1f);
    static final float WEIGHT_OF_PAIRS = 0.5f;
    static final float WEIGHT_OF_ASKED_PRODUCT = 3f;

    static final Analyzer ANALYZER = new PerFieldAnalyzerWrapper(new SmartChineseAnalyzer(stopWords()),
            Map.of(TITLE + PAIRS, new CJKAnalyzer(), SYMPTOM + PAIRS, new CJKAnalyzer(), SOLUTION + PAIRS, new CJKAnalyzer(),
                    PRODUCT + PAIRS, new CJKAnalyzer()));

    private Fields() {
    }

    static void add(Document document, String field, String text) {
        String spelled = Spelling.of(text);
        document.add(new TextField(field, spelled, Field.Store.NO));
        document.add(new TextField(field + PAIRS, spelled, Field.Store.NO));
    }

    /** Punctuation and {@code search/stopwords.txt}. */
    private static CharArraySet stopWords() {
        CharArraySet words = CharArraySet.copy(SmartChineseAnalyzer.getDefaultStopSet());
        try (InputStream in = Fields.class.getResourceAsStream("/search/stopwords.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" "))).forEach(words::add);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
