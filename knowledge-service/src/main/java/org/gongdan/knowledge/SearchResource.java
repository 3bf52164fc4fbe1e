package org.gongdan.knowledge;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.gongdan.knowledge.ArticleApi.FoundArticle;
import org.gongdan.knowledge.search.Hit;
import org.gongdan.knowledge.search.SearchIndex;
import org.gongdan.platform.problem.DomainException.Forbidden;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.text.SearchForm;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Page;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** Known fixes for a fault: the best first when something is asked for, otherwise the newest. */
@Path("/api/articles")
@Produces(MediaType.APPLICATION_JSON)
class SearchResource {

    /** Percent-encoded Chinese takes nine characters each, and a request line holds 4,096. */
    private static final int LONGEST = 400;

    private final SearchIndex index;
    private final Articles articles;
    private final Callers callers;
    private final Tx tx;

    SearchResource(SearchIndex index, Articles articles, Callers callers, Tx tx) {
        this.index = index;
        this.articles = articles;
        this.callers = callers;
        this.tx = tx;
    }

    /** The index is searched on a worker thread; only the rows are read without blocking. */
    @GET
    @Blocking
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    public Uni<Page<FoundArticle>> search(@QueryParam("query") @Size(max = LONGEST) String query,
            @QueryParam("product") @Size(max = 200) String product,
            @QueryParam("status") @DefaultValue("PUBLISHED") ArticleStatus status, @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.LARGEST) int limit) {
        if (status != ArticleStatus.PUBLISHED && !callers.current().has("supervisor")) {
            throw new Forbidden("drafts-for-supervisors");
        }
        if (query == null || SearchForm.isBlank(query)) {
            UUID before = Page.decodeId(cursor);
            return tx.read(
                    read -> articles.list(read, status, product == null || SearchForm.isBlank(product) ? null : product, before, limit + 1))
                    .map(rows -> Page.of(rows, limit, article -> article.id.toString(), article -> FoundArticle.of(article, null)));
        }
        List<Hit> hits = index.search(query, product, status.name(), limit);
        return tx.read(read -> articles.all(read, hits.stream().map(Hit::articleId).toList(), status))
                .map(rows -> new Page<>(bestFirst(hits, rows), null));
    }

    /** The database has the last word: what it does not know any longer under this status is left out. */
    private static List<FoundArticle> bestFirst(List<Hit> hits, List<Article> rows) {
        Map<UUID, Article> byId = rows.stream().collect(Collectors.toMap(article -> article.id, Function.identity()));
        return hits.stream().filter(hit -> byId.containsKey(hit.articleId()))
                .map(hit -> FoundArticle.of(byId.get(hit.articleId()), hit.score())).toList();
    }
}
