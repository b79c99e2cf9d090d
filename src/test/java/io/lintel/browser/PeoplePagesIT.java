package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.lintel.serve.LintelProcess;
import io.lintel.serve.WebClient;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Enrolling people as an office manager does: by photos, at the camera, with the keyboard alone, without scripts. */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeoplePagesIT {

    private static final Path PEOPLE = Path.of("config/demo/people").toAbsolutePath();
    private static final Pattern A_PERSON = Pattern.compile("/admin/people/\\d+$");

    @TempDir
    static Path folder;

    private static LintelProcess lintel;

    @AutoClose
    private static WebClient admin;

    @AutoClose
    private static Visitors visitors;

    @BeforeAll
    static void start() throws Exception {
        lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        visitors = new Visitors(lintel);
        lintel.serve();
        admin = WebClient.setUp(lintel);
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(() -> admin.page("/admin/people").contains("leila"));
    }

    @Test
    @Order(1)
    void theGalleryShowsFacesAndFindsPeople() {
        Page page = signedIn(BrowserWindow.DESKTOP);
        page.navigate("/admin/people");

        assertThat(page.locator(".gallery > li")).hasCount(10);
        assertThat(page.locator(".gallery img").first()).isVisible();
        Visitors.examine(page, "people");
        page.getByRole(AriaRole.SEARCHBOX).fill("DAL");
        page.keyboard().press("Enter");
        assertThat(page.locator(".gallery > li")).hasCount(1);
        assertThat(page.locator(".person-name")).hasText("dalia");
    }

    @Test
    @Order(2)
    void somebodyIsEnrolledFromPhotosByTheKeyboardAlone() {
        Page page = signedIn(BrowserWindow.DESKTOP);
        page.navigate("/admin/people/new");
        Visitors.examine(page, "people-new");
        page.setViewportSize(1280, 800);

        tabTo(page, "photos");
        FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Space"));
        chooser.setFiles(new Path[] {photo("chen", "enrol"), photo("chen", "left15")});
        assertThat(page.locator(".previews img")).hasCount(2);
        tabTo(page, "name");
        page.keyboard().type("Chen Wei");
        tabTo(page, "consent");
        page.keyboard().press("Space");
        Visitors.longShot(page, "people-new-filled");
        tabTo(page, "Enrol");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(A_PERSON, new PageAssertions.HasURLOptions().setTimeout(30_000));
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Chen Wei is enrolled");
        assertThat(page.locator(".templates > li")).hasCount(2);
        assertThat(page.locator(".facts").first()).containsText("1095 days");
        Visitors.examine(page, "person");
    }

    @Test
    @Order(3)
    void aLookAlikeIsAskedAboutBeforeAnythingIsStored() {
        Page page = signedIn(BrowserWindow.DESKTOP);
        page.navigate("/admin/people/new");
        page.locator("input[name=photos]").setInputFiles(photo("dalia", "smile"));
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Dalia's twin");
        page.getByRole(AriaRole.BUTTON, named("Enrol")).click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Is this somebody else?", patient());
        assertThat(page.locator(".look-alikes")).containsText("dalia");
        assertThat(page.locator(".look-alikes").getByText("million pairs")).isVisible();
        // both faces side by side
        assertThat(page.locator(".face-pair img")).hasCount(2);
        assertThat((Integer) page.evaluate("document.querySelector('.face-pair img').naturalWidth"))
                .isPositive();
        Visitors.examine(page, "people-look-alike");
        page.getByRole(AriaRole.BUTTON, named("It is somebody else: enrol")).click();
        assertThat(page).hasURL(A_PERSON);
    }

    @Test
    @Order(4)
    void filesThatAreNoPhotosAreExplained() {
        Page page = signedIn(BrowserWindow.PHONE);
        page.navigate("/admin/people/new");
        page.locator("input[name=photos]").setInputFiles(Path.of("README.md").toAbsolutePath());
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Nobody");
        page.getByRole(AriaRole.BUTTON, named("Enrol")).click();

        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("Nobody was enrolled", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        assertThat(page.locator(".shot-problems")).containsText("README.md");
        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .hasValue("Nobody");
        Visitors.examine(page, "people-refused");
        // the good one is still there, and alone it is enough
        page.locator("input[name=photos]").setInputFiles(photo("emeka", "smile"));
        page.getByLabel("First day").fill("2027-01-01");
        page.getByLabel("Last day").fill("2026-01-01");
        page.getByRole(AriaRole.BUTTON, named("Enrol")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("is before the first");
        assertThat(page.getByLabel("smile.jpg")).isChecked();
        page.getByLabel("Last day").fill("");
        page.getByRole(AriaRole.BUTTON, named("Enrol")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Is this somebody else?", patient());
    }

    @Test
    @Order(5)
    void withoutScriptsPeopleAreFoundAndEdited() {
        Page page = withoutScript();
        page.navigate("/admin/people?q=leila");
        page.locator(".gallery a").first().click();
        page.waitForNavigation(page.getByRole(AriaRole.LINK, named("Edit"))::click);
        Visitors.longShot(page, "person-edit");
        page.getByLabel("Last day").fill("2020-01-31");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.locator(".person-title .badge")).hasText("expired");
        page.getByRole(AriaRole.BUTTON, named("Disable")).click();
        assertThat(page.locator(".person-title .badge")).hasText("disabled");
    }

    @Test
    @Order(6)
    void whoIsDeletedIsGone() {
        Page page = signedIn(BrowserWindow.DESKTOP);
        page.navigate("/admin/people?q=twin");
        page.locator(".gallery a").first().click();
        page.getByRole(AriaRole.LINK, named("Delete")).click();
        assertThat(page.locator("main")).containsText("1 face template:");
        Visitors.examine(page, "person-delete");
        page.getByRole(AriaRole.BUTTON, named("Delete for good")).click();

        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("is deleted");
        page.navigate("/admin/people?q=twin");
        assertThat(page.locator(".empty")).isVisible();
    }

    @Test
    @Order(7)
    void aStrangerIsEnrolledAtTheDemosCamera() {
        Page page = signedIn(BrowserWindow.DESKTOP);
        page.navigate("/admin/people/live");
        Visitors.examine(page, "people-live-form");
        page.setViewportSize(1280, 800);
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Jonas");
        page.getByRole(AriaRole.BUTTON, named("Begin")).click();

        assertThat(page.locator(".live-frame img")).isVisible();
        Locator taken = page.locator(".live-poses .done");
        assertThat(taken.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(120_000));
        Visitors.shot(page, "people-live");
        page.setViewportSize(390, 844);
        Visitors.shot(page, "people-live");
        page.setViewportSize(800, 480);
        Visitors.shot(page, "people-live");
        Accessibility.check(page);
        assertThat(page.locator(".live-advice"))
                .hasText("Jonas is enrolled", new LocatorAssertions.HasTextOptions().setTimeout(180_000));
        Visitors.shot(page, "people-live-done");
        page.getByRole(AriaRole.LINK, named("Open the page")).click();
        assertThat(page.locator(".templates > li")).hasCount(3);
        org.awaitility.Awaitility.await("the door knows them")
                .atMost(java.time.Duration.ofMinutes(3))
                .until(() -> lintel.log().contains("demo clip=unknown: Jonas granted"));
    }

    @Test
    @Order(8)
    void manyAreImportedFromAZip() throws Exception {
        Page page = signedIn(BrowserWindow.DESKTOP);
        page.navigate("/admin/people/import");
        Visitors.examine(page, "people-import");
        page.locator("input[name=zip]")
                .setInputFiles(Zips.of(
                        folder.resolve("people.zip"),
                        java.util.Map.of(
                                "alva/1.jpg", photo("alva", "enrol"),
                                "Somebody/1.jpg", photo("hana", "enrol"),
                                "Nobody/notes.txt", Path.of("README.md"))));
        page.getByRole(AriaRole.BUTTON, named("Import")).click();

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Import: nobody was enrolled", patient());
        assertThat(page.locator("main")).containsText("enrolled already");
        assertThat(page.locator("main")).containsText("looks like hana");
        Visitors.examine(page, "people-import-report");
    }

    @Test
    @Order(9)
    void manyAreChangedTogetherInTheList() {
        Page page = signedIn(BrowserWindow.DESKTOP);
        page.navigate("/admin/groups");
        page.locator("input[name=name]").fill("Staff");
        page.waitForNavigation(page.locator("form[action='/admin/groups'] button")::click);
        page.navigate("/admin/people?view=list&sort=last-visit");
        assertThat(page.locator("th[aria-sort]")).hasText("Last visit");
        Visitors.examine(page, "people-list");
        page.setViewportSize(1280, 800);

        page.getByLabel("Choose alva").check();
        page.getByLabel("Choose dalia").check();
        page.getByRole(AriaRole.BUTTON, named("Change the 2 chosen ones")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Chosen: 2");
        Visitors.examine(page, "people-selection");
        page.setViewportSize(1280, 800);
        page.getByRole(AriaRole.BUTTON, named("Put into the group")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("In the group now: 2");
        page.navigate("/admin/people?view=list&q=alva");
        assertThat(page.locator("tbody tr")).containsText("Staff");
        page.navigate("/admin/people?view=list");
        com.microsoft.playwright.Download csv =
                page.waitForDownload(() -> page.getByText("Export as CSV").click());
        assertThat(csv.suggestedFilename()).startsWith("lintel-people-");
    }

    /** Report 20: a pair of look-alikes is shown, with what the door does about it. */
    @Test
    @Order(10)
    void lookAlikesAreShownAndAnImportIsTakenBack() throws Exception {
        Page page = signedIn(BrowserWindow.DESKTOP);
        page.onDialog(dialog -> dialog.accept());
        page.navigate("/admin/people/new");
        page.locator("input[name=photos]").setInputFiles(photo("dalia", "smile"));
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Dalia's twin");
        page.getByRole(AriaRole.BUTTON, named("Enrol")).click();
        page.getByRole(AriaRole.BUTTON, named("It is somebody else: enrol")).click();
        assertThat(page.locator("#access"))
                .containsText("dalia", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        page.navigate("/admin/people");
        page.locator(".pairs summary").click();
        assertThat(page.locator(".pairs li").first()).containsText("Dalia's twin");
        Visitors.examine(page, "people-pairs");
        page.setViewportSize(1280, 800);

        page.navigate("/admin/people?view=list&q=jonas");
        page.getByLabel("Choose Jonas").check();
        page.getByRole(AriaRole.BUTTON, named("Change the 1 chosen ones")).click();
        page.getByLabel("Delete them for good").check();
        page.getByRole(AriaRole.BUTTON, named("Delete for good")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Deleted for good: 1");
        page.navigate("/admin/people/import");
        page.locator("input[name=zip]")
                .setInputFiles(Zips.of(
                        folder.resolve("again.zip"), java.util.Map.of("Jonas again/1.jpg", photo("jonas", "enrol"))));
        page.getByRole(AriaRole.BUTTON, named("Import")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Import: done", patient());
        page.navigate("/admin/people/import");
        page.locator(".undo button").first().click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("taken back");
        page.navigate("/admin/people?q=jonas");
        assertThat(page.locator(".empty")).isVisible();
    }

    private static Page signedIn(BrowserWindow window) {
        return SignIn.with(admin, visitors.arrive(window), lintel);
    }

    private static Page withoutScript() {
        return SignIn.with(admin, visitors.arriveWithoutScript(BrowserWindow.DESKTOP), lintel);
    }

    /** Presses Tab until the control of this name or text has the focus. */
    private static void tabTo(Page page, String wanted) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            Object focus =
                    page.evaluate("() => document.activeElement.name || document.activeElement.textContent.trim()");
            if (wanted.equals(focus)) {
                return;
            }
        }
        throw new AssertionError(wanted + " cannot be reached by the keyboard");
    }

    private static Path photo(String person, String shot) {
        return PEOPLE.resolve(person).resolve(shot + ".jpg");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    }
}
