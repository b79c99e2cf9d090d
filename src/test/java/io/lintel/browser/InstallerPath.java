package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an empty box to a door that opens for the first person, in the browser alone: the settings are those that an installation writes,
 * and this test is the service manager, which starts the program again when it ends with the agreed code. In one language from end to end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class InstallerPath {

    private static final String CLIP =
            Path.of("config/demo/clips/enrolled.avi").toAbsolutePath().toString();
    private static final Path PHOTOS = Path.of("config/demo/people/dalia").toAbsolutePath();
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(180_000);
    private static final PageAssertions.HasURLOptions SLOWLY = new PageAssertions.HasURLOptions().setTimeout(120_000);

    @TempDir
    static Path folder;

    private static LintelProcess lintel;

    private final String language;
    private final String browser;
    private final PageWords words;
    private final EnglishLeftovers left = new EnglishLeftovers();

    @AutoClose
    private static Visitors visitors;

    private static Page page;

    /**
     * @param language that the installer chooses, two letters
     * @param browser what their browser asks for
     */
    InstallerPath(String language, String browser) {
        this.language = language;
        this.browser = browser;
        this.words = PageWords.of(language);
    }

    @BeforeAll
    void aBoxThatWasJustInstalled() throws Exception {
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
        page = visitors.arriveSpeaking(browser, BrowserWindow.DESKTOP);
        page.onDialog(dialog -> dialog.accept());
    }

    @Test
    @Order(1)
    void theScreenOfTheBoxShowsWhereAndWithWhichTokenItIsSetUp() {
        Page screen = visitors.arriveSpeaking(browser, BrowserWindow.PANEL);
        screen.navigate("/door/");
        assertThat(screen.locator("#code")).hasText(Pattern.compile("[0-9A-Z]{5}(-[0-9A-Z]{5}){3}"));
        assertThat(screen.locator("#address")).containsText("https://");
        examine(screen, "door-set-up");

        page.navigate("/admin/setup");
        page.locator("input[name=token]").fill(screen.locator("#code").textContent());
        page.locator("input[name=name]").fill("root");
        page.locator("input[name=password]").fill(WebClient.PASSWORD);
        page.locator("input[name=repeated]").fill(WebClient.PASSWORD);
        page.locator("form[action='/admin/setup'] button").click();
        assertThat(page).hasURL(Pattern.compile(".*/admin/first-steps$"));
        examine(page, "first-steps");
        assertThat(screen.locator("#code")).isHidden();
    }

    @Test
    @Order(2)
    void languageNameAndTimeZoneAreChosen() {
        desktop();
        page.waitForNavigation(pressable("Go on")::click);
        examine(page, "step-language");
        page.locator("input[name=language][value=" + language + "]").check();
        saveAndGoOn();
        assertThat(page).hasURL(Pattern.compile(".*/place$"));
        assertThat(page.locator("input[name=zone]")).not().hasValue("");
        examine(page, "step-place");
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
        assertThat(page.locator(".notice.bad[role=alert]")).isVisible();
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
        examine(page, "step-camera");
        desktop();
        saveAndGoOn();
        assertThat(page).hasURL(Pattern.compile(".*/lock$"));
    }

    @Test
    @Order(4)
    void theLockIsChosenByItsDiagramAndTestedAfterARestart() throws Exception {
        page.navigate("/admin/first-steps/lock");
        assertThat(page.locator(".lock img")).hasCount(4);
        examine(page, "step-lock");
        desktop();
        page.locator("input[name=kind][value=strike]").check();
        page.locator("input[name=sure]").check();
        saveAndGoOn();
        assertThat(page).hasURL(Pattern.compile(".*/relay$"));
        examine(page, "step-relay");
        desktop();

        page.locator(".restart-bar button").click();
        assertThat(lintel.exitCode()).isEqualTo(75);
        Visitors.shot(page, language + "-restart");
        lintel.serve();
        assertThat(page).hasURL(Pattern.compile(".*/admin/settings$"), SLOWLY);
        assertThat(page.locator(".restart-bar")).hasCount(0);

        page.navigate("/admin/first-steps/relay");
        page.locator("input[name=sure]").check();
        page.locator("button[value=click]").click();
        assertThat(page.locator(".notice.good")).isVisible();
        lookForEnglish(page, "clicked");
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
        examine(page, "step-person");
        desktop();
        page.waitForNavigation(pressable("From photos")::click);
        page.locator("input[name=photos]").setInputFiles(new Path[] {PHOTOS.resolve("enrol.jpg")});
        page.locator("input[name=name]").fill("Dalia");
        page.locator("input[name=consent]").check();
        page.locator("input[name=purpose]").fill("Entry to the office");
        page.locator("form[action='/admin/people/new'] button.primary").click();
        page.waitForURL(Pattern.compile("/admin/people/\\d+$"));

        page.navigate("/admin/now");
        assertThat(page.locator(".now-events .event.granted", new Page.LocatorOptions().setHasText("Dalia"))
                        .first())
                .isVisible(PATIENTLY);
        assertThat(page.locator(".menu a[href='/admin/first-steps']")).hasCount(0);
        page.navigate("/admin/first-steps");
        examine(page, "first-steps-done");
    }

    @Test
    @Order(6)
    void thisBoxSaysHowItIsAndChangesItsCertificateWhileItServes() throws Exception {
        desktop();
        page.navigate("/admin/box");
        assertThat(page.locator("#main")).containsText("Version");
        page.waitForNavigation(pressable("Examine this box")::click);
        assertThat(page.locator("#doctor .part")).not().hasCount(0);
        examine(page, "box");
        desktop();
        page.navigate("/admin/box/log");
        assertThat(page.locator(".log-lines")).not().containsText("set-up-token=" + "[A-Z0-9]");
        examine(page, "box-log");
        desktop();

        page.navigate("/admin/box/certificate");
        examine(page, "box-certificate");
        desktop();
        String before = page.locator("dd code").last().textContent();
        page.locator("form[action$='/new'] button").click();
        assertThat(page.locator(".notice.good")).isVisible();
        assertThat(page.locator("dd code").last()).not().hasText(before);

        page.navigate("/admin/box/backups");
        page.waitForNavigation(pressable("Make a key")::click);
        assertThat(page.locator(".secret code")).containsText("AGE-SECRET-KEY-1");
        examine(page, "box-backups");
        desktop();
        String key = page.locator(".secret code").textContent();
        Path backups = java.nio.file.Files.createDirectory(folder.resolve("backups"));
        page.navigate("/admin/settings/backup");
        page.locator("input[name='lintel.backup.folder']").fill(backups.toString());
        page.locator(".setting-save button.primary").click();
        assertThat(page.locator(".notice.good")).isVisible();
        page.navigate("/admin/box/backups");
        page.waitForNavigation(pressable("Make a backup now")::click);
        assertThat(page.locator("tbody tr")).hasCount(1);
        com.microsoft.playwright.Download file =
                page.waitForDownload(() -> page.locator("tbody a").click());
        page.locator("input[name=backup]").setInputFiles(file.path());
        page.locator("input[name=key]").fill("AGE-SECRET-KEY-1WRONG");
        page.waitForNavigation(pressable("Check it and lay it ready")::click);
        assertThat(page.locator(".notice.bad[role=alert]")).isVisible();
        page.locator("input[name=backup]").setInputFiles(file.path());
        page.locator("input[name=key]").fill(key);
        page.waitForNavigation(pressable("Check it and lay it ready")::click);
        assertThat(page.locator(".notice.good")).isVisible();
        page.waitForNavigation(pressable("Do not restore it")::click);
        assertThat(page.locator(".notice.good")).isVisible();
    }

    @Test
    @Order(7)
    void nothingOnTheWayWasEnglishForWhomItIsNotTheLanguage() {
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(left.found()).as("texts that are still English").isEmpty();
    }

    private void examine(Page seen, String name) {
        Visitors.examine(seen, language + "-" + name);
        lookForEnglish(seen, name);
    }

    private void lookForEnglish(Page seen, String name) {
        if (!language.equals("en")) {
            left.lookFor(seen, name);
        }
    }

    /** What is to be clicked and says exactly this, in the language of the page. */
    private Locator pressable(String english) {
        String said = words.said(english).replaceAll("[.?()]", "\\\\$0");
        return page.locator("#main a, #main button, #main summary")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + said + "\\s*$")));
    }

    private static void desktop() {
        page.setViewportSize(BrowserWindow.DESKTOP.width, BrowserWindow.DESKTOP.height);
    }

    private void saveAndGoOn() {
        page.waitForNavigation(pressable("Save and go on")::click);
    }
}
