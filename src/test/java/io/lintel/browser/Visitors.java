package io.lintel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.lintel.serve.LintelProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Browsers of people who look at one Lintel; each has cookies of its own. {@link #close} ends that Lintel too, and fails if a
 * page's own script, style or policy went wrong meanwhile.
 */
public final class Visitors implements AutoCloseable {

    private static final Path SCREENS = Path.of("target/screens");

    private final LintelProcess lintel;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    public Visitors(LintelProcess lintel) {
        this.lintel = lintel;
    }

    /** A new person, signed in nowhere. Paths are relative: {@code page.navigate("/admin/now")}. */
    public Page arrive(BrowserWindow window) {
        return open(options(window));
    }

    /** The same with JavaScript switched off. */
    public Page arriveWithoutScript(BrowserWindow window) {
        return open(options(window).setJavaScriptEnabled(false));
    }

    public Page arriveInTheDark(BrowserWindow window) {
        return open(options(window).setColorScheme(ColorScheme.DARK));
    }

    /** @param locale the browser's language, such as de-AT */
    public Page arriveSpeaking(String locale, BrowserWindow window) {
        return open(options(window).setLocale(locale));
    }

    /** Another window of the same person: they stay signed in. */
    public Page again(Page known, BrowserWindow window) {
        Page page = open(options(window).setStorageState(known.context().storageState()));
        return page;
    }

    /** Writes {@code target/screens/NAME-SIZE.png}. */
    public static void shot(Page page, String name) {
        String size = BrowserWindow.of(page.viewportSize().width).name().toLowerCase(Locale.ROOT);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + "-" + size + ".png")));
    }

    /** The same of the whole page, also what has to be scrolled to. */
    public static void longShot(Page page, String name) {
        String size = BrowserWindow.of(page.viewportSize().width).name().toLowerCase(Locale.ROOT);
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENS.resolve(name + "-" + size + ".png")));
    }

    /** What every page has to be in each window: without serious accessibility faults and not wider than the window. */
    public static void examine(Page page, String name) {
        for (BrowserWindow window : BrowserWindow.values()) {
            page.setViewportSize(window.width, window.height);
            Accessibility.check(page);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + page.url() + " in a window of " + window.width)
                    .isLessThanOrEqualTo(window.width);
            if (window == BrowserWindow.PHONE) {
                checkNothingIsCutOff(page);
            }
            longShot(page, name);
        }
    }

    /** No table may have columns that stand outside, but those of figures, which say so by their class. */
    static void checkNothingIsCutOff(Page page) {
        Object cut = page.evaluate(
                "[...document.querySelectorAll('main .scroll:not(.figures), main .badge')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent.trim().slice(0, 60))");
        assertThat((List<?>) cut).as("cut off on " + page.url()).isEmpty();
    }

    private Browser.NewContextOptions options(BrowserWindow window) {
        return new Browser.NewContextOptions()
                .setBaseURL(lintel.address())
                .setViewportSize(window.width, window.height)
                .setLocale("en-GB")
                .setIgnoreHTTPSErrors(true);
    }

    private Page open(Browser.NewContextOptions options) {
        BrowserContext context = Chromium.running().newContext(options);
        contexts.add(context);
        context.onPage(page -> {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
        });
        Page page = context.newPage();
        page.setDefaultTimeout(20_000);
        return page;
    }

    @Override
    public void close() throws InterruptedException {
        try {
            contexts.forEach(BrowserContext::close);
        } finally {
            lintel.close();
        }
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }
}
