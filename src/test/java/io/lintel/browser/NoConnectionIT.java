package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.lintel.serve.LintelProcess;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that stay open while the box dies: they said for ever what had been true then. */
@BrowserTest
class NoConnectionIT {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @TempDir
    Path folder;

    @Test
    void aStaleStateIsNotShownAsCurrentWhenTheBoxIsDown() throws Exception {
        LintelProcess lintel =
                new LintelProcess(folder, "lintel.camera.source=demo", "lintel.door-screen.help=Reception 100");
        try (Visitors visitors = new Visitors(lintel)) {
            lintel.serveUntilReady();
            Page now = visitors.arrive(BrowserWindow.DESKTOP);
            SignIn.setUp(now, lintel);
            Page door = visitors.arrive(BrowserWindow.PANEL);
            door.clock().install();
            door.navigate("/door/");
            assertThat(door.locator("h1"))
                    .hasText(Pattern.compile(".+"), new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            assertThat(now.locator(".live.on")).isVisible(PATIENTLY);
            assertThat(now.locator("[data-stale]")).isHidden();

            lintel.kill();

            assertThat(now.locator("[data-stale]")).isVisible(PATIENTLY);
            assertThat(now.locator("[data-stale]"))
                    .containsText(Pattern.compile(
                            "No connection since \\d\\d:\\d\\d:\\d\\d; the door may be locked or unlocked"));
            for (Locator order : now.locator(".door-orders button").all()) {
                assertThat(order).isDisabled();
            }
            Visitors.shot(now, "now-no-connection");
            Accessibility.check(now);

            door.clock().runFor(30_000);
            assertThat(door.locator("h1")).hasText("One moment");
            door.clock().runFor(45_000);
            assertThat(door.locator("h1")).hasText("This door is out of order");
            assertThat(door.locator("#help")).hasText("Reception 100");
            Visitors.shot(door, "door-out-of-order");
            Accessibility.check(door);

            lintel.serveUntilReady();
            assertThat(now.locator("[data-stale]"))
                    .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
        }
    }
}
