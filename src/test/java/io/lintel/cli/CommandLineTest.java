package io.lintel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        return LintelCommandLine.create(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(words);
    }

    private String settings(String content) throws IOException {
        return Files.writeString(folder.resolve("lintel.properties"), content).toString();
    }

    @Test
    void theHelpNamesEveryCommandAndExitCode() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("serve", "people", "verify", "identify", "compare", "audit", "models", "config")
                .contains("Exit codes");
    }

    @Test
    void everyCommandAnswersHelpAtEveryDepth() {
        assertThat(run("people", "add", "--help")).isEqualTo(ExitCode.OK);
        assertThat(run("models", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("--allow-look-alike", "fetch");
    }

    @Test
    void anUnknownCommandIsAUsageError() {
        assertThat(run("sevre")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("sevre").doesNotContain("Exception");
    }

    @Test
    void evaluateSaysWhereItHasGone() {
        assertThat(run("evaluate", "--pad", "/data", "--stride", "5")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("make evaluate").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void validSettingsAreSaidToBeValid() throws IOException {
        assertThat(run("config", "check", "--config", settings("lintel.camera.source=demo")))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("is valid");
    }

    @Test
    void aMisspeltSettingIsAUsageErrorWithItsRightNameAndNoStackTrace() throws IOException {
        assertThat(run("config", "check", "--config", settings("lintel.door.puls=5s")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .contains("did you mean lintel.door.unlock-time?")
                .doesNotContain("\tat ");
    }

    @Test
    void aNumberThatTheDoorDoesNotAcceptIsFoundByTheCheck() throws IOException {
        assertThat(run("config", "check", "--config", settings("lintel.door.unlock-time=2h")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("lintel.door.unlock-time");
    }

    @Test
    void aProblemAskedForAsJsonIsJson() throws IOException {
        assertThat(run("config", "check", "--json", "--config", settings("lintel.door.puls=5s")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(new ObjectMapper().readTree(err.toString()).get("remedy").asText())
                .isNotBlank();
    }

    @Test
    void enrollingNeedsPhotosOrTheCamera() {
        assertThat(run("people", "add", "Ada")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("either photos or --camera");
    }
}
