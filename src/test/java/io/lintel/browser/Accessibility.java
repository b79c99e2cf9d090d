package io.lintel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core on a page as it is now. */
final class Accessibility {

    /** Resolves to one line for each fault that keeps people out, with the elements that have it. */
    private static final String FAULTS = """
            async impacts => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .filter(fault => impacts.includes(fault.impact))
                .map(fault => `${fault.impact}: ${fault.id} (${fault.help}) at `
                    + fault.nodes.map(node => `${node.target} ${node.failureSummary}`).join('; '))
            """;

    private static final String AXE = read("/axe.min.js");

    private Accessibility() {}

    /** Fails with all serious and critical faults of the page. */
    static void check(Page page) {
        check(page, List.of("serious", "critical"));
    }

    /** The same with what is only good practice. */
    static void checkStrictly(Page page) {
        check(page, List.of("minor", "moderate", "serious", "critical"));
    }

    private static void check(Page page, List<String> impacts) {
        page.evaluate(AXE);
        Object faults = page.evaluate(FAULTS, impacts);
        assertThat((List<?>) faults).as("axe-core on " + page.url()).isEmpty();
    }

    private static String read(String resource) {
        try (InputStream file = Accessibility.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
