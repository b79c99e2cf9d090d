package io.lintel.security;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Pages and answers are about people: no browser keeps them, unless a route says otherwise. */
@Singleton
class CacheControlFilter {

    @ServerResponseFilter
    public void keepNothing(ContainerResponseContext response) {
        response.getHeaders().computeIfAbsent("Cache-Control", absent -> {
            java.util.List<Object> values = new java.util.ArrayList<>();
            values.add("no-store");
            return values;
        });
    }
}
