package io.lintel.admin.account;

import io.lintel.account.ApiToken;
import io.lintel.account.ApiTokens;
import io.lintel.admin.page.DisplayTime;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.admin.page.Section;
import io.lintel.security.Caller;
import io.lintel.security.Roles;
import io.lintel.system.LintelException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
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
import java.time.ZoneId;
import java.util.List;

/** The programs that may use the API. */
@Path("/admin/tokens")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class TokensResource {

    private final ApiTokens tokens;
    private final Pages pages;
    private final Caller caller;

    TokensResource(ApiTokens tokens, Pages pages, Caller caller) {
        this.tokens = tokens;
        this.pages = pages;
        this.caller = caller;
    }

    /** A token as a row of a table. */
    @TemplateData
    public record TokenView(
            long id,
            String name,
            String role,
            String createdBy,
            String owner,
            String created,
            String lastUsed,
            String expires) {

        static TokenView of(ApiToken token, ZoneId zone) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.role().title(),
                    token.createdBy(),
                    token.owner(),
                    DisplayTime.text(token.created(), zone),
                    DisplayTime.text(token.lastUsed(), zone),
                    DisplayTime.text(token.expires(), zone));
        }
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance tokens(
                Page page,
                List<TokenView> tokens,
                List<AccountView.Choice> roles,
                String name,
                int days,
                String secret);
    }

    @GET
    public String list() {
        return render(pages.page("API tokens", Section.ACCOUNTS), "AUDITOR", "", ApiTokens.USUAL_DAYS, "");
    }

    /** Answers with the page itself: after a redirect the secret would have to be kept somewhere. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("role") @DefaultValue("") String role,
            @FormParam("days") @DefaultValue("0") int days) {
        Page page = pages.page("API tokens", Section.ACCOUNTS);
        try {
            ApiTokens.Created created = tokens.create(name, Roles.parse(role), caller.owner(), days, caller.actor());
            Page done =
                    page.with(FlashMessage.good("The token " + created.token().name() + " is made"));
            return Response.ok(
                            render(done, "AUDITOR", "", days, created.secret().value()))
                    .build();
        } catch (LintelException e) {
            return Response.status(422)
                    .entity(render(page.with(FlashMessage.of(e)), role, name, days, ""))
                    .build();
        }
    }

    @POST
    @Path("{token:\\d+}/revoke")
    public Response revoke(@PathParam("token") long id) {
        tokens.revoke(id, caller.actor());
        return pages.back("/admin/tokens", FlashMessage.good("The token is revoked; it is refused from now on"));
    }

    private String render(Page page, String role, String name, int days, String secret) {
        List<TokenView> tokens = this.tokens.list().stream()
                .map(token -> TokenView.of(token, pages.zone()))
                .toList();
        return Templates.tokens(page, tokens, AccountView.roles(role), name, days, secret)
                .render();
    }
}
