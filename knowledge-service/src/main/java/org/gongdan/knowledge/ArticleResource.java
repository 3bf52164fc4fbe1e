package org.gongdan.knowledge;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongdan.knowledge.ArticleApi.ApplyFix;
import org.gongdan.knowledge.ArticleApi.ArticleView;
import org.gongdan.knowledge.ArticleApi.RejectArticle;
import org.gongdan.knowledge.ArticleApi.WriteArticle;
import org.gongdan.platform.security.Caller;
import org.gongdan.platform.security.Callers;
import org.gongdan.platform.tx.Tx;
import org.gongdan.platform.web.Commands;
import org.gongdan.platform.web.Etags;
import org.gongdan.platform.web.Reply;

import io.smallrye.mutiny.Uni;

@Path("/api/articles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ArticleResource {

    private final Articles articles;
    private final Commands commands;
    private final Callers callers;
    private final Tx tx;

    ArticleResource(Articles articles, Commands commands, Callers callers, Tx tx) {
        this.articles = articles;
        this.commands = commands;
        this.callers = callers;
        this.tx = tx;
    }

    @POST
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> draft(@NotNull @Valid WriteArticle request) {
        return commands.run(request, (work, caller) -> articles.draft(work, null, request.text(), caller.username())
                .map(article -> Reply.created("/api/articles/" + article.id, ArticleView.of(article), article.version, null)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agent", "engineer", "presales", "supervisor", "manager", "admin"})
    @APIResponse(responseCode = "200", description = "OK", content = @Content(schema = @Schema(implementation = ArticleView.class)))
    public Uni<Response> find(UUID id) {
        Caller caller = callers.current();
        return tx.read(read -> articles.find(read, id, caller))
                .map(article -> Response.ok(ArticleView.of(article)).header("ETag", Etags.of(article.version)).build());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> revise(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid WriteArticle request) {
        return change(id, ifMatch, request, caller -> (article, now) -> {
            article.revise(request.text(), now, caller.username());
            return null;
        });
    }

    @POST
    @Path("/{id}/publish")
    @RolesAllowed("supervisor")
    public Uni<Response> publish(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return change(id, ifMatch, null, caller -> (article, now) -> article.publish(now, caller.username()));
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed("supervisor")
    public Uni<Response> reject(UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid RejectArticle request) {
        return change(id, ifMatch, request, caller -> (article, now) -> {
            article.reject(request.reason(), now, caller.username());
            return null;
        });
    }

    @POST
    @Path("/{id}/apply")
    @RolesAllowed({"agent", "engineer", "supervisor"})
    public Uni<Response> apply(UUID id, @NotNull @Valid ApplyFix request) {
        return commands.run(request, (work, caller) -> articles.find(work, id, caller)
                .chain(article -> articles.apply(work, id, request.ticketId(), request.succeeded(), caller.username())
                        .chain(() -> work.session().refresh(article)).replaceWith(article))
                .map(article -> Reply.ok(ArticleView.of(article), article.version, null).withDetail("ticket " + request.ticketId())));
    }

    private Uni<Response> change(UUID id, String ifMatch, Object request,
            Function<Caller, BiFunction<Article, Instant, ArticleEvent>> transition) {
        return commands.run(request, (work, caller) -> articles.change(work, id, ifMatch, caller, transition.apply(caller))
                .map(article -> Reply.ok(ArticleView.of(article), article.version, null)));
    }
}
