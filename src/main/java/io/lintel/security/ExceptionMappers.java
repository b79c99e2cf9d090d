package io.lintel.security;

import io.lintel.system.LintelException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What goes wrong, told in the caller's language: a page to a person, problem JSON to a program. */
@Singleton
class ExceptionMappers {

    private static final System.Logger LOG = System.getLogger(ExceptionMappers.class.getName());
    private static final String RELOAD = "go back, reload the page and try again";

    private final ErrorPage page;

    ExceptionMappers(ErrorPage page) {
        this.page = page;
    }

    @ServerExceptionMapper
    public Response onLintel(LintelException failure, RoutingContext request) {
        int status = HttpProblem.statusOf(failure);
        if (status >= 500) {
            LOG.log(Level.ERROR, "request path={0} failed", request.normalizedPath(), failure);
        }
        return answer(request, status, String.valueOf(failure.getMessage()), failure.remedy());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response onStranger(SecurityException failure, RoutingContext request) {
        if (isForProgram(request)
                || !SameOrigin.isSafe(request.request().method().name())) {
            String why = Authentication.credential(request) instanceof Credential.Anonymous nobody ? nobody.why() : "";
            return Response.fromResponse(answer(
                            request,
                            401,
                            why.isEmpty() ? "You are not signed in" : why,
                            isForProgram(request)
                                    ? "send 'Authorization: Bearer' with an API token"
                                    : "sign in, then try again"))
                    .header("WWW-Authenticate", "Bearer")
                    .build();
        }
        String here = request.request().uri();
        return seeOther("/admin/login?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }

    @ServerExceptionMapper
    public Response onForbidden(ForbiddenException failure, RoutingContext request) {
        if (Authentication.credential(request) instanceof Credential.Browser browser
                && browser.session().account().mustChangePassword()) {
            return isForProgram(request)
                    ? answer(
                            request,
                            403,
                            "Your password was set by somebody else",
                            "change it at /admin/password first")
                    : seeOther("/admin/password");
        }
        return answer(request, 403, "Your role does not allow this", "ask an admin");
    }

    @ServerExceptionMapper
    public Response onStatus(WebApplicationException failure, RoutingContext request) {
        Response made = failure.getResponse();
        if (made.getStatus() < 400 || made.hasEntity()) {
            return made;
        }
        return switch (made.getStatus()) {
            case 404 -> answer(request, 404, "There is nothing at this address", "check it, or begin at /admin");
            case 405 -> answer(request, 405, "This address cannot be asked in this way", RELOAD);
            case 413 -> tooLarge(request);
            case 415 -> answer(request, 415, "This address does not take this kind of content", "see /api/v1/openapi");
            default -> answer(request, made.getStatus(), detail(failure), RELOAD);
        };
    }

    /** Form parsing gives its own failures no better type. */
    @ServerExceptionMapper
    public Response onAnything(Throwable failure, RoutingContext request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LintelException known) {
                return onLintel(known, request);
            }
            if (cause.getClass().getSimpleName().equals("FileTooLargeException")) {
                return tooLarge(request);
            }
        }
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.log(Level.ERROR, "request path=" + request.normalizedPath() + " failed reference=" + reference, failure);
        return answer(
                request,
                500,
                "Something went wrong inside Lintel (reference " + reference + ")",
                "try again; the log holds more under this reference");
    }

    private Response tooLarge(RoutingContext request) {
        return answer(request, 413, BodyLimits.TOO_LARGE, BodyLimits.TOO_LARGE_REMEDY);
    }

    private static String detail(WebApplicationException failure) {
        String message = failure.getMessage();
        return message == null ? "The request was not understood" : message;
    }

    private Response answer(RoutingContext request, int status, String detail, String remedy) {
        String title = title(status);
        if (isForProgram(request)) {
            return Response.status(status)
                    .type(ProblemJson.MEDIA_TYPE)
                    .entity(ProblemJson.of(status, title, detail, remedy))
                    .build();
        }
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.of(status, title, detail, remedy))
                .build();
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? (status == 422 ? "Unprocessable Content" : "Error " + status) : known.getReasonPhrase();
    }

    static boolean isForProgram(RoutingContext request) {
        return request.normalizedPath().startsWith("/api/");
    }

    private static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", URI.create(path).toString())
                .build();
    }
}
