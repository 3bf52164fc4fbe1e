package org.gongdan.knowledge.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/** Turns what somebody asks into a query: free text, never query syntax. */
final class Question {

    private static final QueryBuilder BUILDER = new QueryBuilder(Fields.ANALYZER);

    private Question() {
    }

    /** @return null when the text holds no word at all */
    static Query of(String text, String product, String status) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        String spelled = Spelling.of(text);
        Fields.WEIGHTS.forEach((field, weight) -> {
            add(words, field, spelled, weight);
            add(words, field + Fields.PAIRS, spelled, weight * Fields.WEIGHT_OF_PAIRS);
        });
        BooleanQuery asked = words.build();
        if (asked.clauses().isEmpty()) {
            return null;
        }
        BooleanQuery.Builder question = new BooleanQuery.Builder().add(asked, MUST).add(new TermQuery(new Term(Fields.STATUS, status)),
                FILTER);
        if (product != null) {
            add(question, Fields.PRODUCT, Spelling.of(product), Fields.WEIGHT_OF_ASKED_PRODUCT);
        }
        return question.build();
    }

    private static void add(BooleanQuery.Builder query, String field, String text, float weight) {
        Query terms = BUILDER.createBooleanQuery(field, text, BooleanClause.Occur.SHOULD);
        if (terms != null) {
            query.add(new BoostQuery(terms, weight), SHOULD);
        }
    }
}
