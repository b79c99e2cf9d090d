package io.lintel.admin.account;

import io.lintel.account.AccountException;
import io.lintel.account.Sessions;
import io.lintel.account.SetUp;
import io.lintel.account.UserName;
import io.lintel.admin.page.FlashMessage;
import io.lintel.admin.page.Page;
import io.lintel.admin.page.Pages;
import io.lintel.security.Caller;
import io.lintel.service.FirstSteps;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The first admin of a new box. Open to whoever has read the token from the log, until there is an account. */
@Path("/admin/setup")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SetUpResource {

    private final SetUp setUp;
    private final Pages pages;
    private final Caller caller;
    private final FirstSteps firstSteps;

    SetUpResource(SetUp setUp, Pages pages, Caller caller, FirstSteps firstSteps) {
        this.setUp = setUp;
        this.pages = pages;
        this.caller = caller;
        this.firstSteps = firstSteps;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance setup(Page page, String token, String name);
    }

    @GET
    public Response form() {
        if (!setUp.isOpen()) {
            return pages.back("/admin/login");
        }
        return Response.ok(Templates.setup(pages.page("Set up this box", null), "", "")
                        .render())
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response complete(
            @FormParam("token") @DefaultValue("") String token,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("repeated") @DefaultValue("") String repeated) {
        try {
            Passwords.same(password, repeated);
            Sessions.Opened opened =
                    setUp.complete(token, UserName.of(name), password, caller.address(), caller.browser());
            caller.open(opened.token().value());
            return pages.back(firstSteps.open() > 0 ? "/admin/first-steps" : "/admin");
        } catch (AccountException e) {
            Page page = pages.page("Set up this box", null).with(FlashMessage.of(e));
            return Response.status(409)
                    .entity(Templates.setup(page, token, name).render())
                    .build();
        }
    }
}
