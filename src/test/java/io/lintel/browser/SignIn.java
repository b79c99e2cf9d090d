package io.lintel.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.lintel.serve.LintelProcess;
import io.lintel.serve.WebClient;
import java.net.HttpCookie;
import java.util.List;

/** The door of the pages, as a person passes it. */
public final class SignIn {

    private SignIn() {}

    /** Makes the first account, root, by the token from the log, and is signed in as this admin. */
    public static void setUp(Page page, LintelProcess lintel) throws Exception {
        String token = WebClient.setUpToken(lintel);
        page.navigate("/admin/setup");
        page.getByLabel("Set-up token").fill(token);
        page.getByLabel("Your name").fill("root");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill(WebClient.PASSWORD);
        page.getByLabel("The same password again").fill(WebClient.PASSWORD);
        page.getByText("Make the account and sign in").click();
        page.waitForURL("**/admin/now");
    }

    /** Is signed in as this client is. @return the page */
    public static Page with(WebClient client, Page page, LintelProcess lintel) {
        HttpCookie session = client.session();
        page.context().addCookies(List.of(new Cookie(session.getName(), session.getValue()).setUrl(lintel.address())));
        return page;
    }

    /** Signs in with the usual test password. */
    public static void as(Page page, String name) {
        page.navigate("/admin/login");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(WebClient.PASSWORD);
        page.locator("form[action='/admin/login'] button").click();
        page.waitForURL("**/admin/now");
    }
}
