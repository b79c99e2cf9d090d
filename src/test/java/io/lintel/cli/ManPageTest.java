package io.lintel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ManPageTest {

    private final String page = ManPage.page(LintelCommandLine.create().getCommandSpec(), "9.8.7");

    @Test
    void everyCommandHasItsPartAndItsOptions() {
        assertThat(page)
                .startsWith(".TH LINTEL 1 \"\" \"lintel 9.8.7\"")
                .contains(
                        ".SS lintel serve\n",
                        ".SS lintel people add\n",
                        ".SS lintel audit export\n",
                        ".SS lintel doctor\n")
                .contains("\\fB\\-\\-consent\\fR \\fIPURPOSE\\fR")
                .contains("\\fINAME\\fR\nWhat the person is called.");
    }

    @Test
    void aCommandThatIsHiddenStaysHidden() {
        assertThat(page).doesNotContain(".SS lintel man");
        assertThat(new CommandLine(LintelCommandLine.create().getCommandSpec()).getUsageMessage())
                .doesNotContain("  man ");
    }

    @Test
    void noLineOfTextIsTakenForARequest() {
        assertThat(page.lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|BR|I|br|nf|fi)( .*)?"));
    }
}
