package org.gongdan.platform.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * A cursor goes on with the list that gave it: address and filters are sealed into it, so that another list, or the same with other
 * filters, refuses it instead of beginning somewhere. The seal keeps mistakes out, not people: whoever makes a cursor of his own sees nothing
 * that the list would not show him.
 */
class CursorSeal {

    private static final String CURSOR = "cursor";
    private static final String LIMIT = "limit";
    private static final int LENGTH = 12;

    @ServerRequestFilter
    void check(ContainerRequestContext request, UriInfo uri) {
        String cursor = uri.getQueryParameters().getFirst(CURSOR);
        if (cursor != null && isList(request) && !sealed(Page.unsealed(cursor), uri).equals(cursor)) {
            throw Page.malformed();
        }
    }

    @ServerResponseFilter
    void seal(ContainerRequestContext request, ContainerResponseContext response, UriInfo uri) {
        if (response.getEntity() instanceof Page<?> page && page.next() != null && isList(request)) {
            response.setEntity(new Page<>(page.items(), sealed(page.next(), uri)));
        }
    }

    /** What a preview of a change goes on with is not sealed: it is asked by POST and has no filters. */
    private static boolean isList(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET);
    }

    private static String sealed(String cursor, UriInfo uri) {
        MultivaluedMap<String, String> filters = new MultivaluedHashMap<>(uri.getQueryParameters());
        filters.remove(CURSOR);
        filters.remove(LIMIT);
        return cursor + Page.SEAL + Fingerprint.of(cursor, uri.getPath(), filters, null, null, null).substring(0, LENGTH);
    }
}
