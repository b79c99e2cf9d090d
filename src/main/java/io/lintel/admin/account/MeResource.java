package io.lintel.admin.account;

import io.lintel.account.AccountException;
import io.lintel.account.Accounts;
import io.lintel.account.SecretToken;
import io.lintel.account.Session;
import io.lintel.account.Sessions;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** One's own account: the password, and where one is signed in. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
public class MeResource {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Pages pages;
    private final Caller caller;

    MeResource(Accounts accounts, Sessions sessions, Pages pages, Caller caller) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance me(Page page, List<SessionView> sessions);

        static native TemplateInstance password(Page page, boolean forced);
    }

    @GET
    @Path("me")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public String me() {
        Session own = session();
        List<SessionView> sessions = this.sessions.list().stream()
                .filter(session -> session.account().id() == own.account().id())
                .map(session -> SessionView.of(session, own, pages.zone()))
                .toList();
        return Templates.me(pages.page("Your account", Section.ME), sessions).render();
    }

    /** Ends one's session on another device. */
    @POST
    @Path("me/sessions/{session}/end")
    @RolesAllowed({Roles.ADMIN, Roles.OPERATOR, Roles.AUDITOR})
    public Response end(@PathParam("session") long id) {
        long own = session().account().id();
        boolean mine = sessions.list().stream()
                .anyMatch(session -> session.id() == id && session.account().id() == own);
        if (!mine) {
            throw HttpProblem.notFound("You have no such session");
        }
        sessions.end(id, caller.actor());
        return pages.back("/admin/me", FlashMessage.good("That device is signed out"));
    }

    @GET
    @Path("password")
    @Authenticated
    public String passwordForm() {
        return Templates.password(pages.page("Change your password", Section.ME), isForced())
                .render();
    }

    @POST
    @Path("password")
    @Authenticated
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePassword(
            @FormParam("present") @DefaultValue("") String present,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("repeated") @DefaultValue("") String repeated) {
        try {
            Passwords.same(password, repeated);
            SecretToken renewed = accounts.changePassword(session(), present, password, caller.actor());
            caller.open(renewed.value());
            return pages.back("/admin/me", FlashMessage.good("Your password is changed; other devices are signed out"));
        } catch (AccountException e) {
            Page page = pages.page("Change your password", Section.ME).with(FlashMessage.of(e));
            return Response.status(HttpProblem.statusOf(e))
                    .entity(Templates.password(page, isForced()).render())
                    .build();
        }
    }

    private boolean isForced() {
        return session().account().mustChangePassword();
    }

    private Session session() {
        return caller.session()
                .orElseThrow(
                        () -> new HttpProblem(403, "An API token has no account of its own", "sign in at a browser"));
    }
}
