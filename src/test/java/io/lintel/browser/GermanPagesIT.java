package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.lintel.serve.LintelProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All pages in German, as somebody sees them who has chosen it at the foot of a page. */
@BrowserTest
class GermanPagesIT {

    /** Words that each English sentence has one of, and that German does not have. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|is|of|and|from|to|with|nobody|somebody|this|that|are|has|have|who|by|it|be|been|not|no|your|you|people|"
                    + "picture|pictures|door|until|since|never|none|set|by)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What people see, without names and words of programs, which stay as they are. */
    private static final String VISIBLE = """
            () => {
              const copy = document.body.cloneNode(true);
              copy.querySelectorAll('code, pre, bdi, input, textarea, script, .languages, [data-fragment] .sr, .value')
                  .forEach(each => each.remove());
              const spoken = [...document.querySelectorAll('[aria-label], [placeholder], [alt], [title]')]
                  .flatMap(each => ['aria-label', 'placeholder', 'alt', 'title'].map(name => each.getAttribute(name)))
                  .filter(Boolean);
              const texts = [];
              const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) texts.push(walker.currentNode.data.trim());
              return [...texts, ...spoken].filter(text => text.length > 1);
            }
            """;

    /** What is known to be left in English, or only looks like it. */
    private static final List<String> KNOWN = List.of(
            "never",
            "door",
            "an invented person of the demo",
            "Frames von a person",
            "Daten: NUAA",
            "No liveness",
            "No pin",
            "as-is",
            "The face then had to wait",
            "gemessen an: the",
            "Wait until",
            "looks like nobody enrolled",
            "0 people",
            "camera's picture",
            "hardly more than the user name");

    @TempDir
    static Path folder;

    @AutoClose
    private static Visitors visitors;

    private static Page page;

    private final List<String> left = new ArrayList<>();

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
        page.navigate("/admin/log?what=decisions");
        String decision = page.locator(".event a").first().getAttribute("href");
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
                        Map.entry("decision", decision),
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
        assertThat(left).as("texts that are still English").isEmpty();
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

    private void examine(String name) {
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        Accessibility.check(page);
        page.setViewportSize(BrowserWindow.PHONE.width, BrowserWindow.PHONE.height);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + page.url())
                .isLessThanOrEqualTo(BrowserWindow.PHONE.width);
        page.setViewportSize(BrowserWindow.DESKTOP.width, BrowserWindow.DESKTOP.height);
        Visitors.longShot(page, "de-" + name);
        ((List<?>) page.evaluate(VISIBLE))
                .stream()
                        .map(Object::toString)
                        .filter(text -> ENGLISH.matcher(text).find())
                        .filter(text -> KNOWN.stream().noneMatch(text::contains))
                        .distinct()
                        .forEach(text -> left.add(name + ": " + text));
    }
}
