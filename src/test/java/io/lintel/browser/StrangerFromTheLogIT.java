package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.lintel.serve.LintelProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dalia stands at a door that does not know them; the log's picture makes them a person, and the door lets them in. */
@BrowserTest
class StrangerFromTheLogIT {

    @TempDir
    static Path folder;

    private static LintelProcess lintel;

    @AutoClose
    private static Visitors visitors;

    @BeforeAll
    static void aStrangerStandsAtTheDoor() throws Exception {
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
                "lintel.liveness.mode=off",
                "lintel.visit.farthest-metres=2"); // the people of the clips are rendered small
        visitors = new Visitors(lintel);
        LintelProcess.Answer added = lintel.command("people", "add", "hana", "config/demo/people/hana/enrol.jpg");
        assertThat(added.exitCode()).as(added.out()).isZero();
        lintel.serveUntilReady();
    }

    @Test
    void aStrangerIsEnrolledFromTheirPictureInTheLog() throws Exception {
        Page page = visitors.arrive(BrowserWindow.DESKTOP);
        SignIn.setUp(page, lintel);
        String visit = visitOfAStranger(page);
        Visitors.examine(page, "visit-stranger");

        page.waitForNavigation(page.locator("form[action$='/enrol'] button")::click);
        Visitors.examine(page, "visit-enrol");
        page.locator("input[name=name]").fill("dalia");
        page.locator("input[name=consent]").check();
        page.locator("input[name=purpose]").fill("Entry");
        page.waitForNavigation(page.locator("main form button.primary")::click);
        assertThat(page.locator("h1")).hasText("dalia");

        Awaitility.await("dalia is let in")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> lintel.command("audit", "list").out().lines().anyMatch(line -> line.contains("GRANTED")));
        page.navigate("/admin/log?person=dalia");
        assertThat(page.locator(".event a[href^='/admin/log/']").first()).isVisible();
        assertThat(page.locator("a[href='" + visit + "']")).hasCount(0); // what was a stranger's stays one's
    }

    private static String visitOfAStranger(Page page) {
        Locator enrol = page.locator("form[action$='/enrol'] button");
        return Awaitility.await("a stranger's picture")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            page.navigate("/admin/log?what=denied");
                            Locator newest = page.locator(".event a[href^='/admin/log/']")
                                    .first();
                            if (newest.count() == 0) {
                                return "";
                            }
                            String row = newest.getAttribute("href");
                            page.navigate(row);
                            return enrol.count() > 0 ? row : "";
                        },
                        row -> !row.isEmpty());
    }
}
