package io.lintel.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the unit files promise, judged by systemd's own tool. */
class SystemdUnitTest {

    private static final Path UNIT = Path.of("systemd/lintel.service");

    @TempDir
    Path folder;

    @BeforeEach
    void onlyWhereSystemdIs() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "skipped: there is no systemd-analyze here");
    }

    @Test
    void theDoorsExposureIsAtMostOnePointFive() throws IOException, InterruptedException {
        assertThat(analyze("security", "--offline=true", "--threshold=15", UNIT.toString()))
                .as("systemd-analyze security says more than 1.5: run it to see which switch is missing")
                .isZero();
    }

    @Test
    void theExposureOfWhatOpensTheKeyIsAtMostOnePointFive() throws IOException, InterruptedException {
        assertThat(analyze("security", "--offline=true", "--threshold=15", "systemd/lintel-key.service"))
                .isZero();
    }

    /** What the door's own unit decrypts and cannot keeps the door from starting, and with it the exit button. */
    @Test
    void aSealedKeyThatCannotBeOpenedDoesNotKeepTheDoorFromStarting() throws IOException {
        assertThat(Files.readString(UNIT))
                .contains("LoadCredential=lintel.key")
                .doesNotContain("LoadCredentialEncrypted", "Requires=lintel-key", "BindsTo=lintel-key");
    }

    @Test
    void theJavaEditionsExposureIsAtMostOnePointFive() throws IOException, InterruptedException {
        Path unit = folder.resolve("lintel.service");
        Files.writeString(unit, Files.readString(UNIT) + "\n" + Files.readString(Path.of("systemd/lintel-jvm.conf")));

        assertThat(analyze("security", "--offline=true", "--threshold=15", unit.toString()))
                .isZero();
    }

    @Test
    void theUnitsHaveNoKeyThatSystemdDoesNotKnow() throws IOException, InterruptedException {
        Path unit = folder.resolve("lintel.service");
        Files.writeString(
                unit,
                Files.readString(UNIT)
                        .replace("/opt/lintel/current/lintel", "/bin/true")
                        .replaceAll("Documentation.*", ""));

        assertThat(analyze("verify", unit.toString())).isZero();
        assertThat(folder.resolve("out")).hasContent("");
    }

    private int analyze(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/systemd-analyze"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start()
                .waitFor();
    }
}
