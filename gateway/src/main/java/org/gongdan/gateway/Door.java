package org.gongdan.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;

/** The order in which a request meets the parts of the gateway. Authentication of quarkus-oidc runs at priority 200. */
@ApplicationScoped
class Door {

    private final AnswerHeaders answerHeaders;
    private final SessionCookies sessionCookies;
    private final SignIn signIn;
    private final ServiceDoor services;
    private final People people;
    private final BackChannelLogout backChannelLogout;
    private final Failures failures;

    Door(AnswerHeaders answerHeaders, SessionCookies sessionCookies, SignIn signIn, ServiceDoor services,
            People people, BackChannelLogout backChannelLogout,
            Failures failures) {
        this.answerHeaders = answerHeaders;
        this.sessionCookies = sessionCookies;
        this.signIn = signIn;
        this.services = services;
        this.people = people;
        this.backChannelLogout = backChannelLogout;
        this.failures = failures;
    }

    void filters(@Observes Filters filters) {
        filters.register(answerHeaders::add, 1000);
        filters.register(sessionCookies::rename, 900);
        filters.register(signIn::guard, 800);
        filters.register(signIn::explain, 150);
    }

    void routes(@Observes Router router) {
        router.route("/bff/*").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).failureHandler(signIn::failed);
        router.get("/bff/login").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(signIn::login);
        router.get("/bff/me").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(signIn::me);
        router.put("/bff/me/language").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(people::language);
        router.get("/bff/people").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(people::names);
        router.get("/problems/:code").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(new ProblemPages()::show);
        router.post(BackChannelLogout.PATH).order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(backChannelLogout::handle);
        router.route("/api/*").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(services::handle);
        router.route("/openapi/*").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(services::handle);
        router.get("/assets/*").order(RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT).handler(PackedFiles::choose);
        router.route().order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT).handler(ConsolePages::show);
        router.route().last().failureHandler(failures::answer);
    }
}
