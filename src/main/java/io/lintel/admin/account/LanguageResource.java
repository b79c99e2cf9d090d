package io.lintel.admin.account;

import io.lintel.admin.page.Pages;
import io.lintel.admin.text.Languages;
import io.lintel.admin.text.RequestLanguage;
import io.lintel.security.HttpProblem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Switches the language of the pages, for one browser. */
@Path("/admin/language")
public class LanguageResource {

    private final Pages pages;
    private final RequestLanguage language;

    LanguageResource(Pages pages, RequestLanguage language) {
        this.pages = pages;
        this.language = language;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @FormParam("language") @DefaultValue("") String code, @FormParam("next") @DefaultValue("") String next) {
        language.choose(
                Languages.of(code).orElseThrow(() -> HttpProblem.notFound("There is no language '" + code + "'")));
        return pages.back(NextPath.of(next));
    }
}
