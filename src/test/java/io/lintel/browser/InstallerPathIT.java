package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import io.lintel.serve.LintelProcess;
import io.lintel.serve.WebClient;
import java.net.ServerSocket;
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

/**
 * From an empty box to a door that opens for the first person, in the browser alone: the settings are those that an installation writes,
 * and this test is the service manager, which starts the program again when it ends with the agreed code.
 */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallerPathIT {

    private static final String CLIP =
            Path.of("config/demo/clips/enrolled.avi").toAbsolutePath().toString();
    private static final Path PHOTOS = Path.of("config/demo/people/dalia").toAbsolutePath();
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(180_000);
    private static final PageAssertions.HasURLOptions SLOWLY = new PageAssertions.HasURLOptions().setTimeout(120_000);

    @TempDir
    static Path folder;

    private static LintelProcess lintel;

    @AutoClose
    private static Visitors visitors;

    private static Page page;

    @BeforeAll
    static void aBoxThatWasJustInstalled() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        lintel = new LintelProcess(
                        folder,
                        "lintel.camera.source=v4l2",
                        "lintel.visit.farthest-metres=2", // the people of the clips are rendered small
                        "lintel.web.listen=0.0.0.0",
                        "lintel.web.https-port=" + port)
                .with("NOTIFY_SOCKET", folder.resolve("nobody-listens").toString())
                .with("RUNTIME_DIRECTORY", folder.toString());
        visitors = new Visitors(lintel);
        lintel.serve();
        WebClient.setUpToken(lintel);
        page = visitors.arrive(BrowserWindow.DESKTOP);
        page.onDialog(dialog -> dialog.accept());
    }

    @Test
    @Order(1)
    void theScreenOfTheBoxShowsWhereAndWithWhichTokenItIsSetUp() {
        Page screen = visitors.arrive(BrowserWindow.PANEL);
        screen.navigate("/door/");
        assertThat(screen.locator("#code")).hasText(Pattern.compile("[0-9A-Z]{5}(-[0-9A-Z]{5}){3}"));
        assertThat(screen.locator("#address")).containsText("https://");
        Visitors.examine(screen, "door-set-up");

        Page german = visitors.arriveSpeaking("de-AT", BrowserWindow.PANEL);
        german.navigate("/door/");
        assertThat(german.locator("h1")).hasText("Diese Tür einrichten");

        page.navigate("/admin/setup");
        page.locator("input[name=token]").fill(screen.locator("#code").textContent());
        page.locator("input[name=name]").fill("root");
        page.locator("input[name=password]").fill(WebClient.PASSWORD);
        page.locator("input[name=repeated]").fill(WebClient.PASSWORD);
        page.locator("form[action='/admin/setup'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*/admin/first-steps$"));
        Visitors.examine(page, "first-steps");
        assertThat(screen.locator("#headline")).not().hasText("Set up this door");
    }

    @Test
    @Order(2)
    void languageNameAndTimeZoneAreChosen() {
        desktop();
        page.waitForNavigation(page.getByText("Go on")::click);
        Visitors.examine(page, "step-language");
        page.locator("input[name=language][value=en]").check();
        saveAndGoOn();
        assertThat(page).hasURL(Pattern.compile(".*/place$"));
        assertThat(page.locator("input[name=zone]")).not().hasValue("");
        Visitors.examine(page, "step-place");
        page.locator("input[name=zone]").fill("Europe/Nowhere");
        saveAndGoOn();
        assertThat(page.locator(".notice.bad[role=alert]")).containsText("Europe/Nowhere");
        page.locator("input[name=name]").fill("Back door");
        page.locator("input[name=zone]").fill("Europe/Vienna");
        saveAndGoOn();
        assertThat(page).hasURL(Pattern.compile(".*/camera$"));
    }

    @Test
    @Order(3)
    void theCameraIsChosenByItsPicture() {
        desktop();
        page.navigate("/admin/first-steps/camera");
        page.locator("input[name=camera][value=other]").check();
        page.locator("input[name=address]").fill("/dev/nothing");
        page.locator("button[value=test]").click();
        assertThat(page.locator(".notice.bad[role=alert]")).containsText("is not understood");
        page.locator("input[name=address]").fill(CLIP);
        page.locator("select[name=rotate]").selectOption("90");
        page.locator("button[value=test]").click();
        assertThat(page.locator(".trial img")).isVisible();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "(({ naturalWidth, naturalHeight }) => naturalHeight > naturalWidth)(document.querySelector('.trial img'))"))
                .as("turned")
                .isTrue();
        page.locator("select[name=rotate]").selectOption("0");
        page.waitForNavigation(page.locator("button[value=test]")::click);
        assertThat(page.locator(".trial img")).isVisible();
        Visitors.examine(page, "step-camera");
        desktop();
        saveAndGoOn();
        assertThat(page).hasURL(Pattern.compile(".*/lock$"));
    }

    @Test
    @Order(4)
    void theLockIsChosenByItsDiagramAndTestedAfterARestart() throws Exception {
        page.navigate("/admin/first-steps/lock");
        assertThat(page.locator(".lock img")).hasCount(4);
        Visitors.examine(page, "step-lock");
        desktop();
        page.locator("input[name=kind][value=strike]").check();
        page.locator("input[name=sure]").check();
        saveAndGoOn();
        assertThat(page).hasURL(Pattern.compile(".*/relay$"));
        Visitors.examine(page, "step-relay");
        desktop();

        page.locator(".restart-bar button").click();
        assertThat(lintel.exitCode()).isEqualTo(75);
        Visitors.shot(page, "restart");
        lintel.serve();
        assertThat(page).hasURL(Pattern.compile(".*/admin/settings$"), SLOWLY);
        assertThat(page.locator(".restart-bar")).hasCount(0);

        page.navigate("/admin/first-steps/relay");
        page.locator("input[name=sure]").check();
        page.locator("button[value=click]").click();
        assertThat(page.locator(".notice.good")).containsText("clicked");
        page.locator("button[value=heard]").click();
        assertThat(page).hasURL(Pattern.compile(".*/person$"));
        page.navigate("/admin/log?what=door");
        assertThat(page.locator("#main")).containsText("root (relay test)");
    }

    @Test
    @Order(5)
    void theFirstPersonIsEnrolledAndTheDoorOpensForThem() {
        await("recognition")
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> lintel.status("/q/health/ready") == 200);
        page.navigate("/admin/first-steps/person");
        Visitors.examine(page, "step-person");
        desktop();
        page.getByText("From photos").click();
        page.locator("input[name=photos]").setInputFiles(new Path[] {PHOTOS.resolve("enrol.jpg")});
        page.locator("input[name=name]").fill("Dalia");
        page.locator("input[name=consent]").check();
        page.locator("input[name=purpose]").fill("Entry to the office");
        page.locator("form[action='/admin/people/new'] button.primary").click();
        page.waitForURL(Pattern.compile("/admin/people/\\d+$"));

        page.navigate("/admin/now");
        assertThat(page.locator(".now-events .event.granted", new Page.LocatorOptions().setHasText("Dalia was let in"))
                        .first())
                .isVisible(PATIENTLY);
        assertThat(page.locator(".menu a[href='/admin/first-steps']")).hasCount(0);
        page.navigate("/admin/first-steps");
        Visitors.examine(page, "first-steps-done");
    }

    @Test
    @Order(6)
    void thisBoxSaysHowItIsAndChangesItsCertificateWhileItServes() throws Exception {
        desktop();
        page.navigate("/admin/box");
        assertThat(page.locator("#main")).containsText("Version");
        page.getByText("Examine this box").click();
        assertThat(page.locator("#doctor .part")).not().hasCount(0);
        Visitors.examine(page, "box");
        desktop();
        page.navigate("/admin/box/log");
        assertThat(page.locator(".log-lines")).not().containsText("set-up-token=" + "[A-Z0-9]");
        Visitors.examine(page, "box-log");
        desktop();

        page.navigate("/admin/box/certificate");
        Visitors.examine(page, "box-certificate");
        desktop();
        String before = page.locator("dd code").last().textContent();
        page.locator("form[action$='/new'] button").click();
        assertThat(page.locator(".notice.good")).containsText("in use");
        assertThat(page.locator("dd code").last()).not().hasText(before);

        page.navigate("/admin/box/backups");
        page.getByText("Make a key").click();
        assertThat(page.locator(".secret code")).containsText("AGE-SECRET-KEY-1");
        Visitors.examine(page, "box-backups");
        desktop();
        String key = page.locator(".secret code").textContent();
        Path backups = java.nio.file.Files.createDirectory(folder.resolve("backups"));
        page.navigate("/admin/settings/backup");
        page.locator("input[name='lintel.backup.folder']").fill(backups.toString());
        page.locator(".setting-save button.primary").click();
        assertThat(page.locator(".notice.good")).containsText("in force now");
        page.navigate("/admin/box/backups");
        page.getByText("Make a backup now").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        com.microsoft.playwright.Download file =
                page.waitForDownload(() -> page.locator("tbody a").click());
        page.locator("input[name=backup]").setInputFiles(file.path());
        page.locator("input[name=key]").fill("AGE-SECRET-KEY-1WRONG");
        page.getByText("Check it and lay it ready").click();
        assertThat(page.locator(".notice.bad[role=alert]")).isVisible();
        page.locator("input[name=backup]").setInputFiles(file.path());
        page.locator("input[name=key]").fill(key);
        page.getByText("Check it and lay it ready").click();
        assertThat(page.locator(".notice.good")).containsText("is whole");
        page.getByText("Do not restore it").click();
        assertThat(page.locator(".notice.good")).containsText("No backup waits");
    }

    private static void desktop() {
        page.setViewportSize(BrowserWindow.DESKTOP.width, BrowserWindow.DESKTOP.height);
    }

    private static void saveAndGoOn() {
        page.getByText("Save and go on").click();
    }
}
