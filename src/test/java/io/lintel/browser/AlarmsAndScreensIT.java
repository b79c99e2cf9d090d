package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.lintel.serve.LintelProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every page says while the door is in an unusual state, and the page where screens are paired. */
@BrowserTest
class AlarmsAndScreensIT {

    @TempDir
    Path folder;

    @Test
    void everyPageShowsALockDownAndARemoteScreenIsPairedAndRevoked() throws Exception {
        LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        try (Visitors visitors = new Visitors(lintel)) {
            lintel.serveUntilReady();
            Page page = visitors.arrive(BrowserWindow.DESKTOP);
            SignIn.setUp(page, lintel);
            page.onDialog(dialog -> dialog.accept());

            Page screen = visitors.arrive(BrowserWindow.PANEL);
            // A proxy's header: a screen elsewhere, as far as Lintel can tell.
            screen.setExtraHTTPHeaders(java.util.Map.of("X-Forwarded-For", "192.0.2.7"));
            screen.navigate("/door/");
            assertThat(screen.locator("#code")).hasText(java.util.regex.Pattern.compile("[2-9A-Z]{3} [2-9A-Z]{3}"));
            Visitors.examine(screen, "door-pairing");
            String code = screen.locator("#code").textContent();

            page.navigate("/admin/screens");
            page.getByLabel("Code").fill("AAA AAA");
            page.getByLabel("Name").fill("Back entrance");
            page.locator("button", new Page.LocatorOptions().setHasText("Pair the screen"))
                    .click();
            assertThat(page.locator(".notice.bad").last()).containsText("No screen shows this code");
            page.getByLabel("Code").fill(code);
            page.locator("button", new Page.LocatorOptions().setHasText("Pair the screen"))
                    .click();
            assertThat(page.locator("td").first()).hasText("Back entrance");
            Visitors.examine(page, "screens");
            assertThat(screen.locator("#clock")).isVisible();

            page.navigate("/admin/now");
            page.locator("form[action$='/lock-down'] button").click();
            assertThat(page.locator("form[action$='/end-lock-down'] button")).isVisible();
            page.navigate("/admin/people");
            assertThat(page.locator(".warnings")).containsText("Lock-down: nobody is let in");
            Visitors.shot(page, "people-lock-down");
            assertThat(screen.locator("h1")).hasText("Lock-down: no entry");
            Visitors.shot(screen, "door-locked");

            page.navigate("/admin/alarms");
            Visitors.examine(page, "alarms");
            Locator alarms = page.locator(".acknowledge");
            if (alarms.count() > 0) {
                alarms.last().locator("input[name=note]").fill("seen by the porter");
                alarms.last().locator("button").click();
                assertThat(page.locator(".notice.good").first()).containsText("acknowledged");
                page.navigate("/admin/log?what=alarms");
                assertThat(page.locator("main")).containsText("acknowledged an alarm");
            }

            page.navigate("/admin/screens");
            page.locator("form[action$='/revoke'] button").click();
            assertThat(screen.locator("#code")).not().isEmpty();
        }
    }
}
