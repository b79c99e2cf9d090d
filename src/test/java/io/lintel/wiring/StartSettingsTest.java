package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartSettingsTest {

    @TempDir
    Path folder;

    private SettingsFile file;

    @BeforeEach
    void anInstallersFile() throws IOException {
        Path installed = folder.resolve("lintel.properties");
        Files.write(installed, List.of("lintel.data.folder=" + folder, "lintel.camera.source=demo"));
        file = new SettingsFile(installed, SettingsReference.shipped());
    }

    private void page(String... lines) throws IOException {
        Files.write(folder.resolve("settings.properties"), List.of(lines));
    }

    @ParameterizedTest
    @CsvSource({
        "lintel.camera.source, /etc/passwd",
        "lintel.camera.source, concat:/etc/passwd",
        "lintel.camera.source, rtsp://x/a b",
        "lintel.camera.second.source, nonsense",
        "lintel.door-screen.language, fr",
        "lintel.decision.target-fpir, 2",
        "lintel.camera.width, banana",
        "lintel.visit.first-wait, -1s",
        "lintel.log.snapshots-megabytes, 0",
        "lintel.decision.time-zone, Europe/Berlino",
    })
    void aPageSettingThatKeepsTheDoorFromStartingIsNotUsedAndItsNameIsSaid(String key, String value)
            throws IOException {
        page(key + "=" + value);

        StartSettings start = StartSettings.choose(file);

        assertThat(start.refusal())
                .get()
                .asString()
                .contains(key.substring("lintel.".length()).split("\\.")[0]);
        assertThat(start.page()).isEmpty();
        assertThatThrownBy(() -> SettingsCheck.check(file, file.page().values()))
                .isInstanceOf(SettingsException.class);
    }

    @Test
    void aRelayThatIsNotOnTheBoardIsRefusedByTheCheckThatServeUses() throws IOException {
        page("lintel.camera.source=v4l2", "lintel.door.relay=foo bar");

        assertThat(StartSettings.choose(file).refusal()).get().asString().contains("foo bar");
    }

    @Test
    void oneLineForTwoThingsIsRefused() throws IOException {
        page("lintel.door.relay=GPIO17", "lintel.door.sensor=GPIO17");

        assertThat(StartSettings.choose(file).refusal())
                .get()
                .asString()
                .contains("lintel.door.relay", "lintel.door.sensor");
    }

    @Test
    void aStartThatFailsFallsBackToTheValuesOfTheLastRun() throws IOException {
        page("lintel.camera.width=640");
        StartSettings.choose(file).worked();
        page("lintel.camera.width=640", "lintel.camera.height=0");

        StartSettings start = StartSettings.choose(file);

        assertThat(start.config().camera().width()).isEqualTo(640);
        assertThat(start.refusal()).get().asString().contains("lintel.camera.height=0 is out of range");
    }

    @Test
    void whatFailsAfterTheCheckIsNotTriedAgain() throws IOException {
        StartSettings.choose(file).worked();
        page("lintel.web.port=81");
        StartSettings.choose(file).failed(new LintelException("port 81 is taken", "choose another"));

        StartSettings start = StartSettings.choose(file);

        assertThat(start.refusal()).contains("port 81 is taken");
        assertThat(start.config().web().port()).isEqualTo(8080);

        page("lintel.web.port=82");
        assertThat(StartSettings.choose(file).refusal()).isEmpty();
    }

    @Test
    void settingsThatHaveRunBeforeAreTriedAgain() throws IOException {
        page("lintel.camera.width=640");
        StartSettings.choose(file).worked();
        StartSettings.choose(file).failed(new LintelException("the disk is full", "make room"));

        assertThat(StartSettings.choose(file).refusal()).isEmpty();
    }

    @Test
    void aSecondStartByMistakeSaysNothingAboutTheSettings() throws IOException {
        page("lintel.camera.width=640");
        StartSettings.choose(file).failed(new BindException("Address already in use"));

        assertThat(StartSettings.choose(file).refusal()).isEqualTo(Optional.empty());
    }

    @Test
    void whatTheInstallerWroteIsNeverReplaced() throws IOException {
        StartSettings.choose(file).worked();
        Files.write(file.path(), List.of("lintel.data.folder=" + folder, "lintel.camera.source=/etc/passwd"));

        assertThatThrownBy(() -> StartSettings.choose(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("/etc/passwd");
    }

    @Test
    void noMessageHoldsAPassword() throws IOException {
        page("lintel.camera.source=rtsp://cam:geheim39554/s");

        assertThat(StartSettings.choose(file).refusal()).get().asString().doesNotContain("geheim");
    }
}
