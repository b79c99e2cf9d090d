package io.lintel.admin.account;

import io.lintel.account.Account;
import io.lintel.account.Accounts;
import io.lintel.account.ApiToken;
import io.lintel.account.ApiTokens;
import io.lintel.account.Session;
import io.lintel.account.Sessions;
import io.lintel.account.UserName;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.security.Caller;
import io.lintel.security.HttpProblem;
import io.lintel.security.Roles;
import io.lintel.system.LintelException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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

/** Who may sign in. */
@Path("/admin/accounts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class AccountsResource {

    private static final String HERE = "/admin/accounts";

    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Pages pages;
    private final Caller caller;

    AccountsResource(Accounts accounts, Sessions sessions, ApiTokens tokens, Pages pages, Caller caller) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.pages = pages;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance accounts(Page page, List<AccountView> accounts, List<SessionView> sessions);

        static native TemplateInstance create(Page page, String name, List<AccountView.Choice> roles);

        static native TemplateInstance account(
                Page page,
                AccountView account,
                List<AccountView.Choice> roles,
                List<SessionView> sessions,
                List<String> tokens);
    }

    @GET
    public String list() {
        List<AccountView> all = accounts.list().stream()
                .map(account -> AccountView.of(account, own(), pages.zone()))
                .toList();
        return Templates.accounts(pages.page("Accounts", Section.ACCOUNTS), all, sessions(0))
                .render();
    }

    @GET
    @Path("new")
    public String form() {
        return Templates.create(pages.page("Add an account", Section.ACCOUNTS), "", AccountView.roles("OPERATOR"))
                .render();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("password") @DefaultValue("") String password) {
        try {
            Account made = accounts.create(UserName.of(name), Roles.parse(role), password, caller.actor());
            return pages.back(
                    HERE,
                    FlashMessage.good(
                            "The account " + made.name() + " is there; its password is changed at first use"));
        } catch (LintelException e) {
            Page page = pages.page("Add an account", Section.ACCOUNTS).with(FlashMessage.of(e));
            return Response.status(422)
                    .entity(Templates.create(page, name, AccountView.roles(role))
                            .render())
                    .build();
        }
    }

    @GET
    @Path("{account:\\d+}")
    public String one(@PathParam("account") long id) {
        Account account = find(id);
        return Templates.account(
                        pages.page(account.name().value(), Section.ACCOUNTS),
                        AccountView.of(account, own(), pages.zone()),
                        AccountView.roles(account.role().name()),
                        sessions(id),
                        tokens.list().stream()
                                .filter(token -> token.account() == id)
                                .map(ApiToken::name)
                                .toList())
                .render();
    }

    @POST
    @Path("{account:\\d+}/role")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeRole(@PathParam("account") long id, @FormParam("role") @DefaultValue("") String role) {
        return changed(id, "The role is changed", () -> accounts.changeRole(id, Roles.parse(role), caller.actor()));
    }

    @POST
    @Path("{account:\\d+}/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resetPassword(
            @PathParam("account") long id, @FormParam("password") @DefaultValue("") String password) {
        return changed(
                id,
                "The password is set; it has to be changed at the next login",
                () -> accounts.resetPassword(id, password, caller.actor()));
    }

    @POST
    @Path("{account:\\d+}/disable")
    public Response disable(@PathParam("account") long id) {
        return changed(id, "The account is disabled and signed out", () -> accounts.disable(id, caller.actor()));
    }

    @POST
    @Path("{account:\\d+}/enable")
    public Response enable(@PathParam("account") long id) {
        return changed(id, "The account may sign in again", () -> accounts.enable(id, caller.actor()));
    }

    @POST
    @Path("{account:\\d+}/remove")
    public Response remove(@PathParam("account") long id) {
        Account account = find(id);
        try {
            accounts.remove(id, caller.actor());
            return pages.back(HERE, FlashMessage.good("The account " + account.name() + " is removed"));
        } catch (LintelException e) {
            return pages.back(HERE + "/" + id, FlashMessage.of(e));
        }
    }

    @POST
    @Path("sessions/{session:\\d+}/end")
    public Response endSession(@PathParam("session") long id) {
        sessions.end(id, caller.actor());
        return pages.back(HERE, FlashMessage.good("That session is ended"));
    }

    private Response changed(long id, String done, Runnable change) {
        find(id);
        try {
            change.run();
            return pages.back(HERE + "/" + id, FlashMessage.good(done));
        } catch (LintelException e) {
            return pages.back(HERE + "/" + id, FlashMessage.of(e));
        }
    }

    private Account find(long id) {
        return accounts.find(id).orElseThrow(() -> HttpProblem.notFound("There is no such account"));
    }

    /** @param account whose; 0 for everybody's */
    private List<SessionView> sessions(long account) {
        Session own = caller.session().orElse(null);
        return sessions.list().stream()
                .filter(session -> account == 0 || session.account().id() == account)
                .map(session -> SessionView.of(session, own, pages.zone()))
                .toList();
    }

    private long own() {
        return caller.account().map(Account::id).orElse(0L);
    }
}
