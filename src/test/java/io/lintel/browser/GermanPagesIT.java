package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.lintel.serve.LintelProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All pages in German, as somebody sees them who has chosen it at the foot of a page. */
@BrowserTest
class GermanPagesIT {

    private static final Duration UNTIL_ALL_CLIPS_HAVE_PLAYED = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    @AutoClose
    private static Visitors visitors;

    private static Page page;

    private final EnglishLeftovers left = new EnglishLeftovers();

    @BeforeAll
    static void aBoxWhoseAdminChoosesGerman() throws Exception {
        LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        visitors = new Visitors(lintel);
        lintel.serveUntilReady();
        page = visitors.arrive(BrowserWindow.DESKTOP);
        SignIn.setUp(page, lintel);
        page.navigate("/admin/log?what=door");
        page.locator(".languages button", new Page.LocatorOptions().setHasText("Deutsch"))
                .click();
        assertThat(page.locator("h1")).hasText("Protokoll");
        assertThat(page.url()).endsWith("/admin/log?what=door");
    }

    @Test
    void eachPageIsInGermanAndFitForEverybody() {
        page.navigate("/admin/people");
        String person = page.locator(".gallery a").first().getAttribute("href");
        page.navigate("/admin/accounts");
        String account = page.locator("tbody a").first().getAttribute("href");
        for (Map.Entry<String, String> each : Map.ofEntries(
                        Map.entry("now", "/admin/now"),
                        Map.entry("alarms", "/admin/alarms"),
                        Map.entry("people", "/admin/people"),
                        Map.entry("people-list", "/admin/people?view=list&sort=last-visit"),
                        Map.entry("people-selection", "/admin/people/selection?all=yes"),
                        Map.entry("person", person),
                        Map.entry("person-edit", person + "/edit"),
                        Map.entry("person-delete", person + "/delete"),
                        Map.entry("person-new", "/admin/people/new"),
                        Map.entry("person-live", "/admin/people/live"),
                        Map.entry("import", "/admin/people/import"),
                        Map.entry("schedules", "/admin/schedules"),
                        Map.entry("schedule-new", "/admin/schedules/new"),
                        Map.entry("access-times", person.replace("/people/", "/schedules/people/")),
                        Map.entry("groups", "/admin/groups"),
                        Map.entry("holidays", "/admin/holidays"),
                        Map.entry("identify", "/admin/identify"),
                        Map.entry("verify", "/admin/verify"),
                        Map.entry("compare", "/admin/compare"),
                        Map.entry("log", "/admin/log"),
                        Map.entry("log-print", "/admin/log/print?what=granted"),
                        Map.entry("tuning", "/admin/tuning"),
                        Map.entry("settings", "/admin/settings"),
                        Map.entry("settings-found", "/admin/settings?q=zeit"),
                        Map.entry("settings-camera", "/admin/settings/camera"),
                        Map.entry("settings-liveness", "/admin/settings/liveness"),
                        Map.entry("settings-door", "/admin/settings/door"),
                        Map.entry("settings-web", "/admin/settings/web"),
                        Map.entry("restart", "/admin/restart"),
                        Map.entry("first-steps", "/admin/first-steps"),
                        Map.entry("step-language", "/admin/first-steps/language"),
                        Map.entry("step-place", "/admin/first-steps/place"),
                        Map.entry("step-camera", "/admin/first-steps/camera"),
                        Map.entry("step-lock", "/admin/first-steps/lock"),
                        Map.entry("step-relay", "/admin/first-steps/relay"),
                        Map.entry("step-person", "/admin/first-steps/person"),
                        Map.entry("box", "/admin/box"),
                        Map.entry("certificate", "/admin/box/certificate"),
                        Map.entry("backups", "/admin/box/backups"),
                        Map.entry("accounts", "/admin/accounts"),
                        Map.entry("account-new", "/admin/accounts/new"),
                        Map.entry("account", account),
                        Map.entry("screens", "/admin/screens"),
                        Map.entry("tokens", "/admin/tokens"),
                        Map.entry("me", "/admin/me"),
                        Map.entry("password", "/admin/password"),
                        Map.entry("no-page", "/admin/no-such-page"))
                .entrySet()) {
            page.navigate(each.getValue());
            examine(each.getKey());
        }
        page.navigate("/admin/people/new");
        assertThat(page.locator("input[name=purpose]")).hasValue("Öffnen dieser Tür durch Gesichtserkennung");
        page.navigate("/admin/schedules");
        assertThat(page.locator("main h2").first()).hasText("immer");
        for (String outcome : List.of("what=granted", "reason=spoof", "reason=unknown")) {
            page.navigate(decision(outcome));
            assertThat(page.locator("#why")).isVisible();
            examine("decision-" + outcome.substring(outcome.indexOf('=') + 1));
        }
        page.navigate("/admin/groups");
        page.locator("input[name=name]").fill("Werkstatt");
        page.waitForNavigation(page.locator("form[action='/admin/groups'] button")::click);
        examine("group");
        page.navigate("/admin/identify");
        page.waitForNavigation(page.locator("button[name=camera]")::click);
        examine("identified");
        page.navigate("/admin/accounts/new");
        page.locator("input[name=name]").fill("ada");
        page.locator("input[name=role][value=AUDITOR]").check();
        page.locator("input[name=password]").fill("adaadaadaadaada");
        page.waitForNavigation(page.locator("form[action='/admin/accounts/new'] button.primary")::click);
        examine("password-refused");
        assertThat(left.found()).as("texts that are still English").isEmpty();
    }

    @Test
    void theBrowsersLanguageCountsWhereNobodyHasChosen() {
        Page stranger = visitors.arriveSpeaking("de-AT", BrowserWindow.PHONE);
        stranger.navigate("/admin/login");
        assertThat(stranger.locator("h1")).hasText("Anmelden");
        Accessibility.check(stranger);
        Visitors.longShot(stranger, "de-login");
        stranger.locator(".languages button", new Page.LocatorOptions().setHasText("English"))
                .click();
        assertThat(stranger.locator("h1")).hasText("Sign in");
        assertThat(stranger.locator("html")).hasAttribute("lang", "en");
    }

    /** The demo plays its clips in turn: sooner or later each outcome is there. @return the address of the newest with it */
    private static String decision(String outcome) {
        Locator newest = page.locator(".event a[href^='/admin/log/']").first();
        await(outcome)
                .atMost(UNTIL_ALL_CLIPS_HAVE_PLAYED)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    page.navigate("/admin/log?" + outcome);
                    return newest.count() > 0;
                });
        return newest.getAttribute("href");
    }

    private void examine(String name) {
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        Accessibility.check(page);
        page.setViewportSize(BrowserWindow.PHONE.width, BrowserWindow.PHONE.height);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isLessThanOrEqualTo(BrowserWindow.PHONE.width);
        Visitors.checkNothingIsCutOff(page);
        page.setViewportSize(BrowserWindow.DESKTOP.width, BrowserWindow.DESKTOP.height);
        Visitors.checkNothingIsCutOff(page);
        Visitors.longShot(page, "de-" + name);
        left.lookFor(page, name);
    }
}
