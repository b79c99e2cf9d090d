package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.lintel.serve.LintelProcess;
import io.lintel.serve.WebClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first day with a box, from the set-up on: enrol a colleague from photos, see them let in, find that in the log, export the log,
 * disable them, see them turned away; and somebody who may only look.
 */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {

    private static final Path PHOTOS = Path.of("config/demo/people/jonas").toAbsolutePath();
    private static final Pattern A_PERSON = Pattern.compile("/admin/people/\\d+$");
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(180_000);

    @TempDir
    static Path folder;

    private static LintelProcess lintel;

    @AutoClose
    private static Visitors visitors;

    private static Page page;
    private static String person;

    @BeforeAll
    static void aBoxOutOfTheBox() throws Exception {
        lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        visitors = new Visitors(lintel);
        lintel.serveUntilReady();
        page = visitors.arrive(BrowserWindow.DESKTOP);
        page.onDialog(dialog -> dialog.accept());
    }

    @Test
    @Order(1)
    void theFirstAccountIsMadeWithTheTokenFromTheLog() throws Exception {
        Page stranger = visitors.arrive(BrowserWindow.DESKTOP);
        stranger.navigate("/admin/setup");
        Visitors.examine(stranger, "setup");
        SignIn.setUp(page, lintel);
        stranger.navigate("/admin/login");
        Visitors.examine(stranger, "login");
    }

    @Test
    @Order(2)
    void aColleagueIsEnrolledFromPhotosAndSeenComingIn() {
        page.navigate("/admin/people/new");
        page.locator("input[name=photos]")
                .setInputFiles(new Path[] {PHOTOS.resolve("enrol.jpg"), PHOTOS.resolve("smile.jpg")});
        page.locator("input[name=name]").fill("Jonas");
        page.locator("input[name=consent]").check();
        page.locator("input[name=purpose]").fill("Entry to the office");
        page.locator("form[action='/admin/people/new'] button.primary").click();
        page.waitForURL(A_PERSON);
        person = page.url();

        page.navigate("/admin/now");
        assertThat(page.locator(".now-events .event.granted", new Page.LocatorOptions().setHasText("Jonas was let in"))
                        .first())
                .isVisible(PATIENTLY);
    }

    @Test
    @Order(3)
    void itIsFoundInTheLogAndTakenAway() throws Exception {
        page.navigate("/admin/log?person=Jonas&what=granted");
        page.locator(".event a").first().click();
        assertThat(page.locator("h1")).hasText("Jonas was let in");
        page.navigate("/admin/log?person=Jonas&what=granted");
        Download csv = page.waitForDownload(() -> page.getByText("CSV").click());
        assertThat(Files.readAllLines(csv.path()))
                .hasSizeGreaterThan(1)
                .anyMatch(line -> line.contains("ACCESS_GRANTED"));
    }

    @Test
    @Order(4)
    void onceDisabledHeIsTurnedAway() {
        page.navigate(person);
        page.locator("form[action$='/disable'] button").click();
        assertThat(page.locator(".notice.good").first()).isVisible();

        page.navigate("/admin/now");
        assertThat(page.locator(
                                ".now-events .event.denied",
                                new Page.LocatorOptions().setHasText("Jonas was turned away: disabled"))
                        .first())
                .isVisible(PATIENTLY);
    }

    @Test
    @Order(5)
    void anAuditorLooksAndTakesAwayAndMayDoNothingElse() throws Exception {
        page.navigate("/admin/accounts/new");
        page.locator("input[name=name]").fill("ada");
        page.locator("input[name=role][value=AUDITOR]").check();
        page.locator("input[name=password]").fill("six yellow teapots");
        page.locator("form[action='/admin/accounts/new'] button.primary").click();
        assertThat(page.locator(".notice.good").first()).isVisible();

        Page auditor = visitors.arrive(BrowserWindow.PHONE);
        auditor.navigate("/admin/login");
        auditor.locator("input[name=name]").fill("ada");
        auditor.locator("input[name=password]").fill("six yellow teapots");
        auditor.locator("form[action='/admin/login'] button").click();
        auditor.waitForURL("**/admin/password");
        auditor.locator("input[name=present]").fill("six yellow teapots");
        auditor.locator("input[name=password]").fill(WebClient.PASSWORD);
        auditor.locator("input[name=repeated]").fill(WebClient.PASSWORD);
        auditor.locator("form[action='/admin/password'] button").click();

        auditor.navigate("/admin/now");
        assertThat(auditor.locator(".door-state")).isVisible();
        assertThat(auditor.locator(".door-orders")).hasCount(0);
        String csrf = auditor.locator("meta[name=csrf]").getAttribute("content");
        APIResponse refused = auditor.request()
                .post(
                        lintel.address() + "/admin/now/door/open",
                        RequestOptions.create()
                                .setHeader("Origin", lintel.address())
                                .setForm(FormData.create().set("csrf", csrf)));
        assertThat(refused.status()).isEqualTo(403);
        auditor.navigate("/admin/log");
        Download lines =
                auditor.waitForDownload(() -> auditor.getByText("JSON Lines").click());
        assertThat(Files.size(lines.path())).isPositive();
        for (Locator area : auditor.locator(".menu a").all()) { // B10: the menu led to "Not allowed"
            APIResponse answer = auditor.request().get(lintel.address() + area.getAttribute("href"));
            assertThat(answer.status()).as(answer.url()).isEqualTo(200);
        }
        auditor.navigate("/admin/people/new");
        assertThat(auditor.locator("h1")).hasText("Not allowed");
    }
}
