package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import io.lintel.serve.LintelProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Use of the pages, B16: what was cut off, covered or out of sight. */
@BrowserTest
class PhoneAndLiveIT {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    /** Stands in for the box's stream, so that a test says what is seen. */
    private static final String STREAM_OF_THE_TEST =
            "window.EventSource = class extends EventTarget { constructor() { super(); window.stream = this; } close() {} }";

    private static final String TWO_PEOPLE_CLOSE_TOGETHER = """
            {"picture": 1, "text": "", "boxes": [
              {"x": 40, "y": 2, "width": 10, "height": 20, "style": "granted", "title": "Turned away: the face was not shown to be a live person's",
               "text": "0.8 m away, score 0.97 (needs 0.79), 3 of 3 agree, live 0.01"},
              {"x": 52, "y": 4, "width": 10, "height": 20, "style": "", "title": "Looks like emeka", "text": "0.9 m away, score 0.38 (needs 0.79), 0 of 1 agree"}]}
            """;

    @TempDir
    static Path folder;

    @AutoClose
    private static Visitors visitors;

    private static LintelProcess lintel;
    private static Page desktop;

    @BeforeAll
    static void aBoxThatWasJustSetUp() throws Exception {
        lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        visitors = new Visitors(lintel);
        lintel.serveUntilReady();
        desktop = visitors.arrive(BrowserWindow.DESKTOP);
        SignIn.setUp(desktop, lintel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/now", "/admin/log", "/admin/settings/door", "/admin/accounts", "/admin/box"})
    void b16OnAPhoneTheAreaThatIsShownIsInSight(String address) {
        Page phone = visitors.again(desktop, BrowserWindow.PHONE);
        phone.navigate(address);

        BoundingBox area = phone.locator(".menu [aria-current]").boundingBox();

        assertThat(area.x).isNotNegative();
        assertThat(area.x + area.width).isLessThanOrEqualTo(BrowserWindow.PHONE.width);
    }

    @Test
    void b16OnAPhoneAddingAPersonStandsFirst() {
        Page phone = visitors.again(desktop, BrowserWindow.PHONE);
        phone.navigate("/admin/people");

        Locator actions = phone.locator(".heading .actions .button");

        assertThat(actions.first()).hasText("Add a person");
        assertThat(actions.first().boundingBox().y).isLessThan(actions.nth(1).boundingBox().y);
    }

    @Test
    void b16TheSignOutButtonIsInSightBelowTheBannerOfTheDemo() {
        desktop.setViewportSize(1280, 600);
        desktop.navigate("/admin/now");

        BoundingBox button =
                desktop.locator("form[action='/admin/logout'] button").boundingBox();

        assertThat(button.y + button.height).isLessThanOrEqualTo(600);
        desktop.setViewportSize(BrowserWindow.DESKTOP.width, BrowserWindow.DESKTOP.height);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/now",
                "/admin/people",
                "/admin/log",
                "/admin/tuning",
                "/admin/settings/door",
                "/admin/box",
                "/admin/api",
                "/admin/accounts",
                "/admin/schedules"
            })
    void b16NothingLiesOutsideTheLandmarksAndNoTwoAreEqual(String address) {
        Page phone = visitors.again(desktop, BrowserWindow.PHONE);
        phone.navigate(address);

        Accessibility.checkStrictly(phone);
        Visitors.checkNothingIsCutOff(phone);
        assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(BrowserWindow.PHONE.width);
    }

    @ParameterizedTest
    @EnumSource(
            value = BrowserWindow.class,
            names = {"DESKTOP", "PHONE"})
    void b16LabelsOfTheLivePictureNeitherCoverEachOtherNorLeaveIt(BrowserWindow window) {
        Page page = visitors.again(desktop, window);
        page.addInitScript(STREAM_OF_THE_TEST);
        page.route(
                "**/admin/now/picture/1",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("image/svg+xml")
                        .setBody("<svg xmlns='http://www.w3.org/2000/svg' width='640' height='360'/>")));
        page.navigate("/admin/now");
        page.waitForFunction("window.stream");
        page.evaluate(
                "look => stream.dispatchEvent(new MessageEvent('look', { data: look }))", TWO_PEOPLE_CLOSE_TOGETHER);
        assertThat(page.locator(".live-label")).hasCount(2);

        BoundingBox frame = page.locator(".live-frame").boundingBox();
        List<BoundingBox> labels = new ArrayList<>();
        page.locator(".live-label").all().forEach(label -> labels.add(label.boundingBox()));

        assertThat(labels).allSatisfy(label -> {
            assertThat(label.x).isGreaterThanOrEqualTo(frame.x - 0.5);
            assertThat(label.y).isGreaterThanOrEqualTo(frame.y - 0.5);
            assertThat(label.x + label.width).isLessThanOrEqualTo(frame.x + frame.width + 0.5);
            assertThat(label.y + label.height).isLessThanOrEqualTo(frame.y + frame.height + 0.5);
        });
        BoundingBox one = labels.getFirst();
        BoundingBox other = labels.getLast();
        assertThat(one.x + one.width <= other.x
                        || other.x + other.width <= one.x
                        || one.y + one.height <= other.y
                        || other.y + other.height <= one.y)
                .as("apart from each other")
                .isTrue();
        Visitors.shot(page, "now-two-people");
    }

    @Test
    void b16SevenPagesOfNowDoNotTakeAllConnectionsOfABrowser() {
        for (int i = 0; i < 6; i++) {
            Page page = desktop.context().newPage();
            page.navigate("/admin/now");
            assertThat(page.locator(".live.on")).isVisible(PATIENTLY);
            goToTheBackground(page, true);
            assertThat(page.locator(".now.stale")).isVisible();
        }

        Page seventh = desktop.context().newPage();
        seventh.navigate("/admin/now");
        assertThat(seventh.locator(".live.on")).isVisible(PATIENTLY);

        Page first = desktop.context().pages().get(1);
        goToTheBackground(first, false);
        assertThat(first.locator(".now:not(.stale)")).isVisible(PATIENTLY);
        desktop.context().pages().stream().skip(1).forEach(Page::close);
    }

    /** As a browser tells a page whose tab is covered by another one: a headless one shows all at once. */
    private static void goToTheBackground(Page page, boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }
}
