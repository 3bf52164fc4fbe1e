package org.gongdan.platform.input;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Before a resource is called: a query holds the parameters it takes and no other, each once and each a value of its type; the headers it
 * takes are there once, too.
 * Without this an unknown parameter is dropped without a word, and a malformed one looks like an address that does not exist.
 */
class ParameterCheck {

    private final Map<Method, Parameters> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ResourceInfo resource, UriInfo uri, ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        Parameters parameters = known.computeIfAbsent(method, Parameters::of);
        parameters.checkQuery(uri.getQueryParameters());
        parameters.checkHeaders(request.getHeaders());
        uri.getPathParameters().values().forEach(ParameterCheck::checkPath);
    }

    /** What cannot be read names nothing. */
    private static void checkPath(List<String> values) {
        try {
            values.forEach(Texts::mustFit);
        } catch (Misfit misfit) {
            throw new NotFoundException(misfit);
        }
    }
}
