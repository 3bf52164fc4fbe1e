package org.gongdan.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongdan.platform.loop.Loop;
import org.gongdan.platform.loop.Loops;
import org.gongdan.platform.tx.Row;
import org.gongdan.platform.tx.Sql;
import org.gongdan.platform.tx.Tx;

import io.quarkus.runtime.StartupEvent;

/**
 * All articles in memory, read from the database at start and kept up with what changes there, by this process or another. Rows are
 * looked for by the time of the transaction that touched them, with a margin longer than a transaction may last, since a transaction
 * that began earlier may commit later; the version tells what is known already.
 */
@ApplicationScoped
public class SearchIndex implements Loop.Step {

    private static final Sql TOUCHED = Sql
            .of("""
            select id, version, status, title, symptom, cause, fix, product, touched_at from article where touched_at > :since order by touched_at""");

    /** Every term of a question counts once per field; the longest question allowed stays below this. */
    private static final int MOST_CLAUSES = 10_000;
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int FETCH = 1_000;

    private final Loops loops;
    private final Duration lookEvery;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<UUID, Long> versions = new HashMap<>();
    private Instant seen = Instant.EPOCH;
    private Loop loop;
    private volatile boolean complete;

    SearchIndex(Loops loops, @ConfigProperty(name = "gongdan.knowledge.look-every") Duration lookEvery) throws IOException {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
        this.loops = loops;
        this.lookEvery = lookEvery;
        this.writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(Fields.ANALYZER));
        this.searchers = new SearcherManager(writer, null);
    }

    /** Noted in a transaction that changes articles. */
    public record Changed() {
    }

    void start(@Observes StartupEvent startup) {
        loop = loops.chore("search-index", lookEvery, this);
    }

    void committed(@Observes Tx.Committed commit) {
        if (loop != null && !commit.touched(Changed.class).isEmpty()) {
            loop.poke();
        }
    }

    /** @return whether every article of the database has been read once */
    public boolean isComplete() {
        return complete;
    }

    /** Blocks for a moment: not for event loops. @return the best first; nothing when the text holds no word */
    public List<Hit> search(String text, String product, String status, int limit) {
        Query question = Question.of(text, product, status);
        if (question == null) {
            return List.of();
        }
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                List<Hit> hits = new ArrayList<>();
                for (ScoreDoc found : searcher.search(question, limit).scoreDocs) {
                    hits.add(new Hit(UUID.fromString(searcher.storedFields().document(found.doc).get(Fields.ID)), found.score));
                }
                return hits;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean run(Connection connection) throws SQLException, IOException {
        Object since = seen.equals(Instant.EPOCH) ? OffsetDateTime.MIN : seen.minus(MARGIN);
        TOUCHED.with("since", since).each(connection, FETCH, this::read);
        connection.commit();
        searchers.maybeRefreshBlocking();
        complete = true;
        return false;
    }

    private void read(Row row) {
        UUID id = row.id("id");
        long version = row.number("version");
        if (versions.getOrDefault(id, -1L) < version) {
            try {
                writer.updateDocument(new Term(Fields.ID, id.toString()), document(id, row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            versions.put(id, version);
        }
        seen = row.instant("touched_at");
    }

    private static Document document(UUID id, Row row) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, id.toString(), Field.Store.YES));
        document.add(new StringField(Fields.STATUS, row.text("status"), Field.Store.NO));
        Fields.add(document, Fields.TITLE, row.text("title"));
        Fields.add(document, Fields.SYMPTOM, row.text("symptom"));
        Fields.add(document, Fields.SOLUTION, row.text("cause") + "\n" + row.text("fix"));
        if (row.text("product") != null) {
            Fields.add(document, Fields.PRODUCT, row.text("product"));
        }
        return document;
    }
}
