package io.lintel.admin.account;

import io.lintel.account.ApiToken;
import io.lintel.account.ApiTokens;
import io.lintel.admin.page.Moments;
import io.lintel.admin.page.Notice;
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
    public record TokenView(long id, String name, String role, String createdBy, String created, String lastUsed) {

        static TokenView of(ApiToken token) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.role().title(),
                    token.createdBy(),
                    Moments.text(token.created()),
                    Moments.text(token.lastUsed()));
        }
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance tokens(
                Page page, List<TokenView> tokens, List<AccountView.Choice> roles, String name, String secret);
    }

    @GET
    public String list() {
        return render(pages.page("API tokens", Section.ACCOUNTS), "AUDITOR", "", "");
    }

    /** Answers with the page itself: after a redirect the secret would have to be kept somewhere. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @FormParam("name") @DefaultValue("") String name, @FormParam("role") @DefaultValue("") String role) {
        Page page = pages.page("API tokens", Section.ACCOUNTS);
        try {
            ApiTokens.Created created = tokens.create(name, Roles.parse(role), caller.actor());
            Page done = page.with(Notice.good("The token " + created.token().name() + " is made"));
            return Response.ok(render(done, "AUDITOR", "", created.secret().value()))
                    .build();
        } catch (LintelException e) {
            return Response.status(422)
                    .entity(render(page.with(Notice.of(e)), role, name, ""))
                    .build();
        }
    }

    @POST
    @Path("{token:\\d+}/revoke")
    public Response revoke(@PathParam("token") long id) {
        tokens.revoke(id, caller.actor());
        return pages.back("/admin/tokens", Notice.good("The token is revoked; it is refused from now on"));
    }

    private String render(Page page, String role, String name, String secret) {
        List<TokenView> tokens = this.tokens.list().stream().map(TokenView::of).toList();
        return Templates.tokens(page, tokens, AccountView.roles(role), name, secret)
                .render();
    }
}
