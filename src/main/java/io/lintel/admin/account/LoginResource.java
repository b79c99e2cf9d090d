package io.lintel.admin.account;

import io.lintel.account.Login;
import io.lintel.account.LoginResult;
import io.lintel.account.Sessions;
import io.lintel.account.SetUp;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.security.Caller;
import io.lintel.system.Counted;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Signing in and out. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class LoginResource {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Sessions sessions;
    private final Login login;
    private final SetUp setUp;
    private final Pages pages;
    private final Caller caller;

    LoginResource(Sessions sessions, Login login, SetUp setUp, Pages pages, Caller caller) {
        this.sessions = sessions;
        this.login = login;
        this.setUp = setUp;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance login(Page page, String name, String next);
    }

    @GET
    @Path("login")
    @PermitAll
    public Response form(@QueryParam("next") @DefaultValue("") String next) {
        if (caller.session().isPresent()) {
            return pages.back(NextPath.of(next));
        }
        if (setUp.isOpen()) {
            return pages.back("/admin/setup");
        }
        return Response.ok(
                        Templates.login(pages.page("Sign in", null), "", next).render())
                .build();
    }

    @POST
    @Path("login")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("next") @DefaultValue("") String next) {
        return switch (login.tryWith(name, password, caller.address(), caller.browser(), caller.knownBrowser())) {
            case LoginResult.Welcome welcome -> {
                caller.open(welcome.opened().token().value());
                caller.keepBrowser(welcome.browser());
                boolean restricted = welcome.opened().session().account().mustChangePassword();
                yield pages.back(restricted ? "/admin/password" : NextPath.of(next));
            }
            case LoginResult.Refused refused ->
                again(401, name, next, "Name or password is not right", "try again; capitals count in the password");
            case LoginResult.TooSoon soon ->
                Response.fromResponse(again(
                                TOO_MANY_REQUESTS,
                                name,
                                next,
                                "Too many tries have failed",
                                "wait " + inWords(soon.delay()) + ", then try again"))
                        .header("Retry-After", soon.delay().plusMillis(999).toSeconds())
                        .build();
        };
    }

    @POST
    @Path("logout")
    @Authenticated
    public Response signOut() {
        caller.session().ifPresent(session -> sessions.logOut(session, caller.actor()));
        caller.close();
        return pages.back("/admin/login");
    }

    private Response again(int status, String name, String next, String problem, String remedy) {
        Page page = pages.page("Sign in", null).with(FlashMessage.bad(problem, remedy));
        return Response.status(status)
                .entity(Templates.login(page, name, next).render())
                .build();
    }

    static String inWords(Duration delay) {
        long seconds = delay.plusMillis(999).toSeconds();
        if (seconds < 90) {
            return Counted.of(seconds, "second");
        }
        return (seconds + 59) / 60 + " minutes";
    }
}
