package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.lintel.serve.LintelProcess;
import io.lintel.serve.WebClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules, groups, holidays and looking faces up, as a person does it. */
@BrowserTest
class TimesPagesIT {

    private static final Path PEOPLE = Path.of("config/demo/people");

    @TempDir
    Path folder;

    @Test
    void anOfficeManagerSetsAccessTimesAndLooksFacesUp() throws Exception {
        LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        try (Visitors visitors = new Visitors(lintel);
                WebClient admin = WebClient.setUp(lintel.serveUntilReady())) {
            Page page = SignIn.with(admin, visitors.arrive(BrowserWindow.DESKTOP), lintel);
            makeASchedule(page);
            makeAGroup(page);
            addHolidays(page);
            page.navigate("/admin/schedules/people/1");
            assertThat(page.locator("main")).containsText("office");
            Visitors.examine(page, "access-times");
            lookFacesUp(page);

            Page plain = SignIn.with(admin, visitors.arriveWithoutScript(BrowserWindow.PHONE), lintel);
            plain.navigate("/admin/schedules/new");
            plain.getByLabel("Name").fill("nights");
            plain.locator("[name=more]").click();
            assertThat(plain.locator(".period")).hasCount(2);
            plain.locator("button.primary").click();
            assertThat(plain.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
                    .containsText("nights is saved");
        }
    }

    private static void makeASchedule(Page page) {
        page.navigate("/admin/schedules");
        page.getByText("New schedule").click();
        page.getByLabel("Name").fill("office");
        page.locator("[name=more]").click();
        page.locator("[name=days-1][value=fri]").check();
        page.locator("[name=from-1]").fill("22:00");
        page.locator("[name=to-1]").fill("02:00");
        Visitors.examine(page, "schedule-edit");
        page.locator("button.primary").click();
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
                .containsText("Mon-Fri 08:00-18:00; Fri 22:00-02:00");
        Visitors.examine(page, "schedules");
    }

    private static void makeAGroup(Page page) {
        page.navigate("/admin/groups");
        page.getByLabel("Name").fill("staff");
        page.getByLabel("Name").press("Enter");
        page.getByLabel("office").check();
        page.locator("button.primary").click();
        page.getByLabel("Not in the group").selectOption(new String[] {"1", "2", "3"});
        page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main")).containsText("3 people in it");
        Visitors.examine(page, "group");
        page.navigate("/admin/groups");
        Visitors.examine(page, "groups");
    }

    private static void addHolidays(Page page) {
        page.navigate("/admin/holidays");
        page.getByLabel("Name").fill("Christmas");
        page.getByLabel("First day").fill("2026-12-25");
        page.getByLabel("Last day").fill("2026-12-26");
        page.getByLabel("every year").check();
        page.locator("button.primary").click();
        assertThat(page.locator("table")).containsText("25 Dec – 26 Dec");
        Visitors.examine(page, "holidays");
    }

    private static void lookFacesUp(Page page) {
        page.navigate("/admin/identify");
        page.getByLabel("Photos").setInputFiles(new Path[] {
            PEOPLE.resolve("dalia/smile.jpg"), PEOPLE.resolve("jonas/enrol.jpg"), Path.of("README.md")
        });
        page.locator("button.primary").click();
        assertThat(page.locator(".finding")).hasCount(3);
        assertThat(page.locator(".finding").nth(0)).containsText("This is dalia");
        assertThat(page.locator(".finding").nth(1)).containsText("Not in the database");
        assertThat(page.locator(".finding").nth(2)).containsText("README.md");
        Visitors.examine(page, "identify");

        page.navigate("/admin/verify?person=3");
        page.getByLabel("Photo").setInputFiles(PEOPLE.resolve("jonas/smile.jpg"));
        page.locator("button.primary").click();
        assertThat(page.locator(".finding h2")).containsText("Not this person");
        Visitors.examine(page, "verify");

        page.navigate("/admin/compare");
        page.getByLabel("First photo").setInputFiles(PEOPLE.resolve("dalia/enrol.jpg"));
        page.getByLabel("Second photo").setInputFiles(PEOPLE.resolve("dalia/smile.jpg"));
        page.locator("button.primary").click();
        assertThat(page.locator(".finding h2")).hasText("The same person");
        Visitors.examine(page, "compare");
    }
}
