package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.lintel.serve.LintelProcess;
import io.lintel.serve.WebClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Who may use the box, and how it is set: an admin's hour with accounts, tokens and settings. One program for all steps. */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountsAndSettingsIT {

    private static final String FIRST_PASSWORD = "seven quiet herons wade";

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
    @Order(1)
    void aNewAuditorHasToChooseTheirOwnPassword() {
        page.navigate("/admin/accounts/new");
        Visitors.examine(page, "account-new");
        page.locator("input[name=name]").fill("auditor");
        page.locator("input[name=role][value=AUDITOR]").check();
        page.locator("input[name=password]").fill(FIRST_PASSWORD);
        page.waitForNavigation(page.getByText("Add the account")::click);
        page.navigate("/admin/accounts");
        assertThat(page.locator("table").first()).containsText("auditor");
        Visitors.examine(page, "accounts");
        page.waitForNavigation(page.getByText("auditor").first()::click);
        Visitors.examine(page, "account");

        Page auditor = visitors.arrive(BrowserWindow.PHONE);
        auditor.navigate("/admin/login");
        Visitors.shot(auditor, "login-phone");
        auditor.locator("input[name=name]").fill("auditor");
        auditor.locator("input[name=password]").fill(FIRST_PASSWORD);
        auditor.locator("form[action='/admin/login'] button").click();
        auditor.waitForURL("**/admin/password**");
        Visitors.examine(auditor, "password");
        auditor.locator("input[name=present]").fill(FIRST_PASSWORD);
        auditor.locator("input[name=password]").fill(WebClient.PASSWORD);
        auditor.locator("input[name=repeated]").fill(WebClient.PASSWORD);
        auditor.waitForNavigation(auditor.locator("#main form button").first()::click);
        auditor.navigate("/admin/settings");
        assertThat(auditor.locator("h1")).hasText("Settings");
        assertThat(auditor.locator("a.button.small")).hasCount(0);
    }

    @Test
    @Order(2)
    void aTokenIsShownOnceAndRevoked() {
        page.navigate("/admin/tokens");
        page.locator("input[name=name]").fill("home automation");
        page.locator("input[name=role][value=OPERATOR]").check();
        page.getByText("Make the token").click();
        assertThat(page.locator(".secret code")).containsText("lintel_");
        Visitors.examine(page, "tokens");
        page.navigate("/admin/tokens");
        assertThat(page.locator(".secret")).hasCount(0);
        page.onceDialog(dialog -> dialog.accept());
        page.locator("form[action$='/revoke'] button").click();
        assertThat(page.locator("#main")).containsText("No program has a token");
    }

    @Test
    @Order(3)
    void aSettingIsCheckedBeforeItIsWrittenAndSaysWhetherItIsInForceOrNeedsARestart() throws Exception {
        page.navigate("/admin/settings");
        Visitors.examine(page, "settings");
        page.locator("input[name=q]").fill("gone");
        page.waitForNavigation(page.locator("form[role=search] button")::click);
        Visitors.examine(page, "settings-found");
        page.getByText("Counts as gone after").click();
        page.waitForURL("**/admin/settings/visit#visit-left-after");
        page.locator("input[name='lintel.visit.left-after']").fill("three weeks");
        page.locator(".setting-save button.primary").click();
        assertThat(page.locator(".notice.bad[role=alert]")).containsText("three weeks");
        page.locator("input[name='lintel.visit.left-after']").fill("3");
        page.locator("input[name='lintel.visit.grant-again-after']").fill("40");
        page.locator(".setting-save button.primary").click();
        assertThat(page.locator(".notice.good")).containsText("in force now");
        assertThat(page.locator("#visit-left-after")).not().containsText("after restart");
        assertThat(page.locator(".restart-bar")).hasCount(0);
        assertThat(Files.readString(folder.resolve("data/settings.properties")))
                .contains("lintel.visit.left-after=3s", "lintel.visit.grant-again-after=40s");
        page.navigate("/admin/settings/camera");
        page.locator("input[name='lintel.camera.frames-per-second']").fill("12");
        page.locator(".setting-save button.primary").click();
        assertThat(page.locator("#camera-frames-per-second")).containsText("after restart");
        assertThat(page.locator("#camera-frames-per-second")).containsText("in force now 15");
        assertThat(page.locator(".restart-bar")).containsText("started by hand");
        Visitors.examine(page, "settings-waiting");
        page.navigate("/admin/settings/liveness");
        page.locator("select[name='lintel.liveness.mode']").selectOption("off");
        page.locator(".setting-save button.primary").click();
        assertThat(page.locator("#main")).containsText("a photo of an enrolled person opens this door");
        assertThat(page.locator("select[name='lintel.liveness.mode']")).hasValue("off");
        Visitors.examine(page, "settings-weaker");
    }

    @Test
    @Order(5)
    void whatTheDoorScreenSaysChangesAtOnce() {
        page.navigate("/admin/settings/door-screen");
        page.locator("input[name='lintel.door-screen.help']").fill("Reception: 4711");
        page.locator(".setting-save button.primary").click();
        assertThat(page.locator(".notice.good")).containsText("in force now");
        Page screen = visitors.arrive(BrowserWindow.PANEL);
        screen.navigate("/door/");
        assertThat(screen.locator("#help")).hasText("Reception: 4711");
        page.locator("input[name='lintel.door-screen.help']").fill("Reception: 4712");
        page.locator(".setting-save button.primary").click();
        assertThat(screen.locator("#help"))
                .hasText("Reception: 4712", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
    }

    @Test
    @Order(4)
    void onesOwnPageShowsWhereOneIsSignedIn() {
        page.navigate("/admin/me");
        Visitors.examine(page, "me");
        assertThat(page.locator("#main")).containsText("this one");
    }
}
