package io.lintel.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** What every request that changes something must prove, whatever route it takes. */
@Singleton
class CsrfFilter {

    /** Before the body is read. */
    @ServerRequestFilter
    @Priority(10)
    public void comesFromOurPages(ContainerRequestContext request, RoutingContext routing) {
        if (SameOrigin.isSafe(request.getMethod())) {
            return;
        }
        RequestOrigin origin = RequestOrigin.of(routing);
        if (!SameOrigin.allows(
                request.getHeaderString("Sec-Fetch-Site"), request.getHeaderString("Origin"), origin.site())) {
            boolean unknownProxy = !origin.proxied()
                    && ForwardedHeaders.arePresent(routing.request().headers());
            throw new HttpProblem(
                    403,
                    "This request comes from another site",
                    unknownProxy
                            ? "it has passed a proxy that this box does not know: name the proxy's address in"
                                    + " lintel.web.trusted-proxies (docs/INSTALL.md, behind a reverse proxy)"
                            : "use Lintel's own pages");
        }
    }

    /** A browser sends its cookie by itself; the token proves that one of our forms was really sent. */
    @ServerRequestFilter
    @Priority(20)
    @WithFormRead
    public void provesOurForm(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        // The door screen acts for nobody: no cookie counts there, and a PIN brings the ticket of its own try.
        if (Authentication.isPublic(routing.normalizedPath())) {
            return;
        }
        Credential credential = Authentication.credential(routing);
        if (SameOrigin.isSafe(request.getMethod()) || credential instanceof Credential.Program) {
            return;
        }
        String header = request.getHeaderString(CsrfToken.HEADER);
        String sent = header == null ? field(request) : header;
        if (!CsrfToken.matches(credential.csrf(), sent)) {
            throw new HttpProblem(
                    403, "The form is too old, or did not come from this page", "reload the page and send it again");
        }
    }

    private static String field(ResteasyReactiveContainerRequestContext request) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return context.getFormData() != null
                        && context.getFormParameter(CsrfToken.FIELD, true, false) instanceof String s
                ? s
                : "";
    }
}
