package io.lintel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.lintel.serve.LintelProcess;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a visitor reads on the screen beside the door. */
@BrowserTest
class DoorScreenPageIT {

    @TempDir
    Path folder;

    @Test
    void itSpeaksToWhoeverStandsThere() throws Exception {
        LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo");
        try (Visitors visitors = new Visitors(lintel)) {
            lintel.serveUntilReady();
            Page screen = visitors.arrive(BrowserWindow.PANEL);
            screen.navigate("/door/");
            Visitors.examine(screen, "door");
            screen.setViewportSize(BrowserWindow.PANEL.width, BrowserWindow.PANEL.height);
            assertThat(screen.locator("body"))
                    .hasAttribute(
                            "data-state",
                            Pattern.compile("welcome"),
                            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
            Visitors.shot(screen, "door-welcome");
            Accessibility.check(screen);

            Page plain = visitors.arriveWithoutScript(BrowserWindow.PANEL);
            plain.navigate("/door/");
            assertThat(plain.locator("noscript p")).containsText("look into the camera");
        }
    }
}
