package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
        page = visitors.arrive(Window.DESKTOP);
        SignIn.setUp(page, lintel);
    }

    @Test
    @Order(1)
    void anAuditorIsAddedAndHasToChooseAPasswordOfHisOwn() {
        page.navigate("/admin/accounts/new");
        Visitors.examine(page, "account-new");
        page.locator("input[name=name]").fill("auditor");
        page.locator("input[name=role][value=AUDITOR]").check();
        page.locator("input[name=password]").fill(FIRST_PASSWORD);
        page.getByText("Add the account").click();
        page.navigate("/admin/accounts");
        assertThat(page.locator("table").first()).containsText("auditor");
        Visitors.examine(page, "accounts");
        page.getByText("auditor").first().click();
        Visitors.examine(page, "account");

        Page auditor = visitors.arrive(Window.PHONE);
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
        auditor.locator("#main form button").first().click();
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
    void aSettingIsCheckedBeforeItIsWrittenAndSaysThatItWaits() throws Exception {
        page.navigate("/admin/settings");
        Visitors.examine(page, "settings");
        page.navigate("/admin/settings/lintel.visit.absence");
        page.locator("input[name=value]").fill("three weeks");
        page.getByText("Save").click();
        assertThat(page.locator("#main")).containsText("three weeks");
        page.locator("input[name=value]").fill("3s");
        page.getByText("Save").click();
        page.waitForURL("**/admin/settings");
        assertThat(page.locator("#main")).containsText("after restart");
        assertThat(Files.readString(folder.resolve("data/settings.properties"))).contains("lintel.visit.absence=3s");
        page.navigate("/admin/settings/lintel.liveness.mode");
        page.locator("select[name=value]").selectOption("off");
        page.getByText("Save").click();
        assertThat(page.locator("#main")).containsText("a photo of an enrolled person opens this door");
        Visitors.examine(page, "setting-weaker");
    }

    @Test
    @Order(4)
    void onesOwnPageShowsWhereOneIsSignedIn() {
        page.navigate("/admin/me");
        Visitors.examine(page, "me");
        assertThat(page.locator("#main")).containsText("this one");
    }
}
