package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.lintel.serve.LintelProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A door where dalia stands and her PIN is asked for; and the page that says what its levels mean. */
@BrowserTest
class PinAndTuningIT {

    private static final LocatorAssertions.HasAttributeOptions PATIENTLY =
            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

    @TempDir
    static Path folder;

    private static LintelProcess lintel;

    @AutoClose
    private static Visitors visitors;

    @BeforeAll
    static void daliaStandsAtTheDoor() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Process frames = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-ss",
                        "3.5",
                        "-i",
                        "config/demo/clips/enrolled.avi",
                        "-q:v",
                        "2",
                        pictures.resolve("%03d.jpg").toString())
                .inheritIO()
                .start();
        assertThat(frames.waitFor()).isZero();
        lintel = new LintelProcess(
                folder,
                "lintel.camera.source=images:" + pictures,
                "lintel.log.snapshots=true",
                "lintel.visit.farthest-metres=2"); // the people of the clips are rendered small
        visitors = new Visitors(lintel);
        LintelProcess.Answer added = lintel.command("people", "add", "dalia", "config/demo/people/dalia/enrol.jpg");
        assertThat(added.exitCode()).as(added.out()).isZero();
        Path pin = Files.writeString(folder.resolve("pin"), "47113\n");
        LintelProcess.Answer set = lintel.commandReading(pin, "people", "pin", "1");
        assertThat(set.exitCode()).as(set.out()).isZero();
        lintel.serveUntilReady();
    }

    @Test
    void thePinIsTypedOnTheDoorScreen() throws Exception {
        Page screen = visitors.arrive(BrowserWindow.PANEL);
        screen.navigate("/door/");
        become(screen, "pin");
        Visitors.shot(screen, "door-pin");
        Accessibility.check(screen);

        typeWrongly(screen);

        become(screen, "pin");
        for (String digit : "47113".split("")) {
            screen.locator("[data-key='" + digit + "']").click();
        }
        screen.locator("[data-key=send]").click();
        become(screen, "welcome");
        assertThat(screen.locator("h1")).hasText("Welcome, dalia");
    }

    @Test
    void thePageTuningShowsWhatWasMeasured() throws Exception {
        Page page = visitors.arrive(BrowserWindow.DESKTOP);
        SignIn.setUp(page, lintel);
        page.navigate("/admin/tuning");
        assertThat(page.locator("#liveness")).containsText("balanced");
        assertThat(page.locator("svg[role=img]").first()).isVisible();
        assertThat(page.locator("#reviews + ul")).containsText("dalia");
        Visitors.examine(page, "tuning");
        theThresholdIsMoved(page);
        theThresholdIsMovedWithoutScripts(visitors.arriveWithoutScript(BrowserWindow.DESKTOP));
        aVisitIsConfirmedAndTeachesOnlyWhatIsAskedFor(page);
    }

    /** The slider says what a place means; the door takes it at once, and the log has it. */
    private static void theThresholdIsMoved(Page page) {
        Locator words = page.locator(".slider output");
        assertThat(words).containsText("1 stranger in");
        String before = words.textContent();
        page.locator("#slider").press("End");
        assertThat(words).not().hasText(before);
        page.waitForNavigation(page.locator("form[action='/admin/tuning/threshold'] button")::click);
        assertThat(page.locator(".notice.good")).containsText("in force now");
        assertThat(page.locator("#threshold .badge")).hasText("0.830");

        page.locator("#slider").press("Home");
        page.waitForNavigation(page.locator("form[action='/admin/tuning/threshold'] button")::click);
        assertThat(page.locator("label.notice.warning")).containsText("strangers included");
        assertThat(page.locator("#threshold .badge")).hasText("0.830");
        Visitors.examine(page, "tuning-question");
        page.locator("input[name=confirmed]").check();
        page.waitForNavigation(page.locator("form[action='/admin/tuning/threshold'] button")::click);
        assertThat(page.locator("#threshold .badge")).not().hasText("0.830");

        page.navigate("/admin/log");
        assertThat(page.locator("main")).containsText("lowest-threshold");
    }

    private static void aVisitIsConfirmedAndTeachesOnlyWhatIsAskedFor(Page page) {
        page.navigate("/admin/people/1/edit");
        page.locator("input[name=consent]").check();
        page.locator("[name=purpose]").fill("Entry");
        page.waitForNavigation(page.locator("main form button.primary").first()::click);
        String visit = visitOfDalia(page);
        page.waitForNavigation(page.locator("button[name=verdict][value=them]")::click);
        assertThat(page.locator("section[aria-labelledby=who]")).containsText("It was them, says root");
        Visitors.examine(page, "visit-confirmed");

        page.waitForNavigation(page.locator("a[href$='/proposal']")::click);
        assertThat(page.locator("#effect")).containsText("dalia");
        Visitors.examine(page, "visit-proposal");
        page.waitForNavigation(page.locator("form[action$='/template'] button")::click);
        assertThat(page.locator(".notice.good")).containsText("is a template now");

        page.waitForNavigation(page.locator("form[action$='/template/undo'] button")::click);
        assertThat(page.locator(".notice.good")).containsText("The template is gone");
        assertThat(page.locator("a[href='" + visit.replace("/log/", "/visits/") + "/proposal']"))
                .isVisible();
    }

    /** One of which there is a picture; the first is decided when the wait for a PIN ends. */
    private static String visitOfDalia(Page page) {
        return await("a visit with a picture")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .pollInSameThread() // Playwright's pages belong to the thread that made them
                .until(() -> visitWithPicture(page), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<String> visitWithPicture(Page page) {
        page.navigate("/admin/log?person=%231");
        List<String> rows = page.locator(".event a[href^='/admin/log/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        return rows.stream()
                .filter(row -> {
                    page.navigate(row);
                    return page.locator("img[src$='/snapshot']").count() > 0;
                })
                .findFirst();
    }

    private static void theThresholdIsMovedWithoutScripts(Page page) {
        SignIn.as(page, "root");
        page.navigate("/admin/tuning");
        assertThat(page.locator("#slider")).isHidden();
        page.locator("input[name=floor]").last().check();
        page.waitForNavigation(page.locator("form[action='/admin/tuning/threshold'] button")::click);
        assertThat(page.locator("#threshold .badge")).hasText("0.830");
    }

    /** The examination before may have outlasted the time for a PIN; the screen then asks again. */
    private static void typeWrongly(Page screen) {
        for (int late = 0; ; late++) {
            become(screen, "pin");
            screen.keyboard().type("2580");
            screen.keyboard().press("Enter");
            try {
                assertThat(screen.locator("h1"))
                        .hasText("Wrong PIN", new LocatorAssertions.HasTextOptions().setTimeout(5_000));
                return;
            } catch (AssertionError notTaken) {
                if (late == 4) {
                    throw notTaken;
                }
            }
        }
    }

    private static void become(Page screen, String state) {
        assertThat(screen.locator("body")).hasAttribute("data-state", Pattern.compile(state), PATIENTLY);
    }
}
