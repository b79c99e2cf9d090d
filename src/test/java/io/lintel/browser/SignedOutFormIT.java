package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.lintel.serve.LintelProcess;
import io.lintel.serve.WebClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Use of the pages, B14: a form that was sent after the session had ended was lost with all that was typed. */
@BrowserTest
class SignedOutFormIT {

    private static final Path CHEN =
            Path.of("config/demo/people/chen/enrol.jpg").toAbsolutePath();
    private static final Path JONAS =
            Path.of("config/demo/people/jonas/enrol.jpg").toAbsolutePath();

    @TempDir
    static Path folder;

    private static LintelProcess lintel;

    @AutoClose
    private static Visitors visitors;

    private static Page page;

    @BeforeAll
    static void aBoxThatWasJustSetUp() throws Exception {
        lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        visitors = new Visitors(lintel);
        lintel.serveUntilReady();
        page = visitors.arrive(BrowserWindow.DESKTOP);
        SignIn.setUp(page, lintel);
    }

    @Test
    void whatWasTypedAndThePhotosOutlastTheSession() {
        Page form = filledForm("Chen Wei");
        Page elsewhere = form.context().newPage();
        elsewhere.navigate("/admin/now");
        elsewhere.locator("form[action='/admin/logout'] button").click();
        elsewhere.waitForURL("**/admin/login");

        enrol(form);
        Locator told = form.locator("#signed-out");
        assertThat(told).isVisible();
        assertThat(told).containsText("You are signed out");
        Visitors.examine(form, "signed-out");
        SignIn.as(elsewhere, "root");
        told.getByRole(AriaRole.BUTTON).click();
        assertThat(form.locator("input[name=name]")).hasValue("Chen Wei");
        enrol(form);

        assertThat(form.getByRole(AriaRole.STATUS).first()).containsText("Chen Wei is enrolled", patient());
    }

    /** The form's token belongs to the session before. */
    @Test
    void aFormFromBeforeANewLoginIsSentAllTheSame() {
        Page form = filledForm("Jonas");
        Page elsewhere = form.context().newPage();
        elsewhere.navigate("/admin/now");
        elsewhere.locator("form[action='/admin/logout'] button").click();
        elsewhere.waitForURL("**/admin/login");
        SignIn.as(elsewhere, "root");

        enrol(form);

        assertThat(form.getByRole(AriaRole.STATUS).first()).containsText("Jonas is enrolled", patient());
    }

    @Test
    void withoutScriptTheLoginLeadsBackToTheForm() {
        Page form = visitors.arriveWithoutScript(BrowserWindow.DESKTOP);
        SignIn.as(form, "root");
        form.navigate("/admin/settings/visit");
        form.context().clearCookies();
        form.locator("#main form button.primary").click();
        assertThat(form.locator("#main")).containsText("Nothing was saved");
        form.locator("#main a.primary").click();
        form.locator("input[name=name]").fill("root");
        form.locator("input[name=password]").fill(WebClient.PASSWORD);
        form.locator("form[action='/admin/login'] button").click();

        form.waitForURL("**/admin/settings/visit");
    }

    private static Page filledForm(String name) {
        Page form = page.context().newPage();
        form.clock().install();
        form.navigate("/admin/people/new");
        form.locator("input[name=photos]").setInputFiles(name.equals("Jonas") ? JONAS : CHEN);
        form.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        form.locator("input[name=consent]").check();
        return form;
    }

    /** After more than a minute: a form that was just opened is sent without asking. */
    private static void enrol(Page form) {
        form.clock().fastForward(61_000);
        form.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Enrol").setExact(true))
                .click();
    }

    private static LocatorAssertions.ContainsTextOptions patient() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
