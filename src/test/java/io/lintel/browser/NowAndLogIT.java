package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.lintel.serve.LintelProcess;
import io.lintel.serve.WebClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A day with the box: who comes is seen on the page of now, found in the log, explained, exported. One program for all steps. */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NowAndLogIT {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    @TempDir
    static Path folder;

    private static LintelProcess lintel;

    @AutoClose
    private static Visitors visitors;

    private static Page page;

    @BeforeAll
    static void aBoxThatWasJustSetUp() throws Exception {
        lintel = new LintelProcess(folder, "lintel.camera.source=demo", "lintel.log.snapshots=true");
        visitors = new Visitors(lintel);
        lintel.serveUntilReady();
        page = visitors.arrive(BrowserWindow.DESKTOP);
        SignIn.setUp(page, lintel);
    }

    @Test
    @Order(1)
    void theLivePictureSaysWhoIsThereAndWhatIsDecided() {
        assertThat(page.locator(".live.on")).isVisible(PATIENTLY);
        assertThat(page.locator(".live-box.granted").first()).isVisible(PATIENTLY);
        Visitors.shot(page, "now-live");
        Locator dalia = page.locator(".now-events .event.granted", new Page.LocatorOptions().setHasText("was let in"));
        assertThat(dalia.first()).isVisible(PATIENTLY);
        assertThat((Integer) page.evaluate("document.querySelector('.live-frame img').naturalWidth"))
                .isPositive();
        Visitors.examine(page, "now");
        page.setViewportSize(BrowserWindow.DESKTOP.width, BrowserWindow.DESKTOP.height);
    }

    @Test
    @Order(2)
    void aDecisionIsFoundInTheLogWithItsReasonsAndItsPicture() {
        page.navigate("/admin/log?what=granted");
        Visitors.examine(page, "log");
        page.setViewportSize(BrowserWindow.DESKTOP.width, BrowserWindow.DESKTOP.height);
        page.locator(".event a").first().click();
        assertThat(page.locator("h1")).containsText("was let in");
        assertThat(page.locator("#why + p")).containsText("was recognised");
        assertThat(page.locator("#checks ~ div .badge").first()).hasText("met");
        assertThat(page.locator("figure img")).isVisible();
        Visitors.examine(page, "log-event");
        page.setViewportSize(BrowserWindow.DESKTOP.width, BrowserWindow.DESKTOP.height);
    }

    @Test
    @Order(3)
    void theLogIsFilteredAndTakenAway() throws Exception {
        page.navigate("/admin/log");
        page.getByText("Filter the log").click();
        page.locator("input[name=person]").fill("alva");
        page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL(Pattern.compile("person=alva"));
        Download csv = page.waitForDownload(() -> page.getByText("CSV").click());
        assertThat(Files.readString(csv.path()))
                .startsWith("\uFEFFrow,time,time_zone,event,kind,person_number,person,reason,by,");
        page.getByText("Today", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL(Pattern.compile("person=alva&from="));
        page.navigate("/admin/log?person=nobody-of-that-name");
        assertThat(page.locator("#main")).containsText("Nothing that fits");
    }

    @Test
    @Order(4)
    void theDoorTakesOrders() {
        page.navigate("/admin/now");
        page.onDialog(dialog -> dialog.accept());
        page.getByText("Lock-down", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".notice.good")).containsText("Lock-down");
        assertThat(page.locator(".door-state")).containsText("Lock-down");
        Visitors.shot(page, "now-lock-down");
        page.getByText("End the lock-down").click();
        assertThat(page.locator(".notice.good")).containsText("ended");
        page.getByText("Open once").click();
        assertThat(page.locator(".notice.good")).containsText("unlocked for a moment");
        page.navigate("/admin/log?what=door");
        assertThat(page.locator(".events").first()).containsText("Lock-down by root");
        assertThat(page.locator(".events").first()).containsText("Door unlocked by root");
    }

    /** Days, each visit with what the door did, who changed what; and the page follows. */
    @Test
    @Order(5)
    void theLogIsForPeople() {
        page.navigate("/admin/log?what=everything");
        assertThat(page.locator(".log-day h2").first()).isVisible();
        assertThat(page.locator(".event-door").first()).containsText("Door unlocked");
        Visitors.examine(page, "log-days");
        page.setViewportSize(BrowserWindow.DESKTOP.width, BrowserWindow.DESKTOP.height);
        String newest = page.locator("[data-log]").getAttribute("data-newest");
        try (WebClient other = WebClient.signedIn(lintel, "root")) {
            other.page("/admin/log/export?format=jsonl&what=accounts");
        }
        assertThat(page.locator("[data-log]"))
                .not()
                .hasAttribute(
                        "data-newest",
                        newest,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions()
                                .setTimeout(15_000));
        page.navigate("/admin/log?what=system");
        assertThat(page.locator(".events").first()).containsText("by root: what: log");
        page.navigate("/admin/log/print?what=granted");
        assertThat(page.locator(".signature")).isVisible();
        Visitors.examine(page, "log-print");
        page.setViewportSize(BrowserWindow.DESKTOP.width, BrowserWindow.DESKTOP.height);
    }

    @Test
    @Order(6)
    void withoutAScriptThereIsAStillPictureAndEverythingElse() {
        Page plain = visitors.arriveWithoutScript(BrowserWindow.PHONE);
        SignIn.as(plain, "root");
        assertThat(plain.locator(".live-reload")).isVisible();
        assertThat(plain.locator(".now-events .event").first()).isVisible();
        assertThat(plain.locator(".live img")).isVisible();
        Visitors.longShot(plain, "now-without-script");
        plain.getByText("Keep locked").click();
        assertThat(plain.locator(".notice.good")).containsText("stays locked");
        plain.getByText("Back to automatic").click();
        assertThat(plain.locator(".notice.good")).containsText("back to automatic");
        plain.navigate("/admin/log?what=door");
        assertThat(plain.locator(".event").first()).isVisible();
    }

    @Test
    @Order(7)
    void programsAreToldTheSame() throws Exception {
        try (WebClient client = WebClient.signedIn(lintel, "root")) {
            await("two decisions, one of them a grant")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> client.page("/api/v1/decisions?limit=1").contains("\"next\":\"")
                            && client.page("/api/v1/audit?kind=DOOR_UNLOCKED&limit=1")
                                    .contains("DOOR_UNLOCKED"));
            assertThat(client.page("/api/v1/decisions?limit=1"))
                    .contains("\"kind\":\"ACCESS_", "\"details\":{\"track\":");
            assertThat(client.page("/api/v1/audit/1")).contains("\"seq\":1,");
            assertThat(client.page("/api/v1/door")).contains("\"state\":\"");
            assertThat(client.page("/api/v1/health")).contains("\"name\":\"database\",\"state\":\"good\"");
            assertThat(client.page("/api/v1/audit/export?format=jsonl")).startsWith("{\"seq\":1,");
            assertThat(client.get("/api/v1/audit/999999999").statusCode()).isEqualTo(404);
            assertThat(client.get("/api/v1/audit?limit=0").statusCode()).isEqualTo(400);
            assertThat(client.get("/api/v1/audit?kind=NONSENSE").body()).contains("there is no kind 'NONSENSE'");
        }
    }

    @Test
    @Order(8)
    void itLooksRightInTheDark() {
        Page dark = visitors.arriveInTheDark(BrowserWindow.DESKTOP);
        SignIn.as(dark, "root");
        assertThat(dark.locator(".live.on")).isVisible(PATIENTLY);
        Accessibility.check(dark);
        Visitors.shot(dark, "now-dark");
    }

    @Test
    @Order(9)
    void aMissingPictureLeavesThePreviousOneInPlace() {
        Page late = visitors.arrive(BrowserWindow.DESKTOP);
        SignIn.as(late, "root");
        assertThat(late.locator(".live.on")).isVisible(PATIENTLY);
        late.evaluate("document.querySelector('[data-picture]').dataset.picture += 'gone/'");
        for (int gone = 0; gone < 3; gone++) {
            late.waitForResponse(answer -> answer.url().contains("/gone/") && answer.status() == 404, () -> {});
        }
        assertThat((Integer) late.evaluate("document.querySelector('.live-frame img').naturalWidth"))
                .isPositive();
    }
}
