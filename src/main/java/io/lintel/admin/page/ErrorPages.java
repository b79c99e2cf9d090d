package io.lintel.admin.page;

import io.lintel.security.ErrorPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Errors as pages in the usual layout, with a link that leads on. */
@Singleton
class ErrorPages implements ErrorPage {

    private final Pages pages;

    ErrorPages(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance error(Page page, int status, String detail, String remedy);

        static native TemplateInstance signedOut(Page page, String login);
    }

    @Override
    public String of(int status, String title, String detail, String remedy) {
        return Templates.error(pages.page(heading(status), null), status, detail, remedy)
                .render();
    }

    @Override
    public String signedOut(String next) {
        String login = "/admin/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        return Templates.signedOut(pages.page("You are signed out", null), login)
                .render();
    }

    static String heading(int status) {
        return switch (status) {
            case 400 -> "That was not understood";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405, 406, 415 -> "Not possible here";
            case 408, 429 -> "Try again later";
            case 421 -> "Not known by this name";
            case 413 -> "Too large";
            case 503 -> "Not available just now";
            default -> status >= 500 ? "Something went wrong" : "That did not work";
        };
    }
}
