package io.lintel.security;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.lintel.storage.StorageException;
import io.lintel.system.LintelException;
import io.lintel.system.MonotonicClock;
import io.lintel.system.RepeatedFaults;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.VertxException;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What goes wrong, told in the caller's language: a page to a person, problem JSON to a program. */
@Singleton
class ExceptionMappers {

    private static final System.Logger LOG = System.getLogger(ExceptionMappers.class.getName());
    private static final String RELOAD = "go back, reload the page and try again";

    private final ErrorPage page;
    private final RepeatedFaults faults = new RepeatedFaults(MonotonicClock.SYSTEM);

    ExceptionMappers(ErrorPage page) {
        this.page = page;
    }

    @ServerExceptionMapper
    public Response onLintel(LintelException failure, RoutingContext request) {
        int status = HttpProblem.statusOf(failure);
        // All others say that something is busy or not there yet.
        if (status >= 500 && failure instanceof StorageException) {
            log(failure, request, "");
        }
        return answer(request, status, String.valueOf(failure.getMessage()), failure.remedy());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response onStranger(SecurityException failure, RoutingContext request) {
        String why = Authentication.credential(request) instanceof Credential.Anonymous nobody ? nobody.why() : "";
        boolean changes = !SameOrigin.isSafe(request.request().method().name());
        if (isForProgram(request) || changes && !why.isEmpty()) {
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
        if (changes) {
            return page(401, page.signedOut(cameFrom(request)));
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
        Optional<HttpProblem> json = JsonFaults.find(failure.getCause());
        if (json.isPresent()) {
            return onLintel(json.get(), request);
        }
        return switch (made.getStatus()) {
            case 404 -> answer(request, 404, "There is nothing at this address", "check it, or begin at /admin");
            case 405 -> answer(request, 405, "This address cannot be asked in this way", again(request));
            case 413 -> tooLarge(request);
            case 415 -> answer(request, 415, "This address does not take this kind of content", "see /api/v1/openapi");
            default -> answer(request, made.getStatus(), detail(failure), again(request));
        };
    }

    /** A member that is unknown or of another type. */
    @ServerExceptionMapper
    public Response onJson(MismatchedInputException failure, RoutingContext request) {
        return onLintel(JsonFaults.find(failure).orElseThrow(), request);
    }

    private static String again(RoutingContext request) {
        return isForProgram(request) ? "see /api/v1/openapi" : RELOAD;
    }

    /** Form parsing gives its own failures no better type. */
    @ServerExceptionMapper
    public Response onAnything(Throwable failure, RoutingContext request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LintelException known) {
                return onLintel(known, request);
            }
            if (cause instanceof CharConversionException) {
                return answer(request, 400, "The body's characters are not UTF-8", "send UTF-8");
            }
            if (cause.getClass().getSimpleName().equals("FileTooLargeException")) {
                return tooLarge(request);
            }
        }
        if (isGone(failure, request)) {
            LOG.log(Level.DEBUG, "request path={0}: the client went away", request.normalizedPath());
            return Response.status(400).build();
        }
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log(failure, request, " reference=" + reference);
        return answer(
                request,
                500,
                "Something went wrong inside Lintel (reference " + reference + ")",
                "try again; the log holds more under this reference");
    }

    /** The same fault at the same address once a minute: whoever causes it could fill the journal otherwise. */
    private void log(Throwable failure, RoutingContext request, String reference) {
        String path = request.normalizedPath();
        faults.tell(failure.getClass().getName() + " " + path)
                .ifPresent(more -> LOG.log(
                        Level.ERROR,
                        "request path=" + path + " failed" + reference + (more == 0 ? "" : " repeated=" + more),
                        failure));
    }

    private static boolean isGone(Throwable failure, RoutingContext request) {
        if (request.response().closed()) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof VertxException
                            && cause.getMessage() != null
                            && cause.getMessage().contains("closed")
                    || cause instanceof ClosedChannelException
                    || cause instanceof StreamResetException) {
                return true;
            }
        }
        return false;
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
        return page(status, page.of(status, title, detail, remedy));
    }

    private static Response page(int status, String html) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(html)
                .build();
    }

    /** The path of the page that holds the form; the login goes to pages of our own only. */
    private static String cameFrom(RoutingContext request) {
        try {
            return Optional.ofNullable(request.request().getHeader("Referer"))
                    .map(address -> URI.create(address).getRawPath())
                    .orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
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
