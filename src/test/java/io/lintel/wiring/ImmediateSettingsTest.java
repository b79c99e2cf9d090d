package io.lintel.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImmediateSettingsTest {

    @TempDir
    Path folder;

    private ImmediateSettings live;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void aRunningBox() throws IOException {
        Path installed = folder.resolve("lintel.properties");
        Files.write(installed, List.of("lintel.data.folder=" + folder, "lintel.camera.source=demo"));
        live = new ImmediateSettings(StartSettings.use(new SettingsFile(installed, SettingsReference.shipped()))
                .config());
        live.onChange("door", List.of("lintel.door."), config -> told.add("door"));
        live.onChange("visits", List.of("lintel.visit."), config -> told.add("visits"));
    }

    private void save(String... lines) throws IOException {
        Files.write(folder.resolve("settings.properties"), List.of(lines));
        live.apply();
    }

    @Test
    void aChangeIsInForceAndOnlyThePartsThatItConcernsAreTold() throws IOException {
        save("lintel.visit.first-wait=4s", "lintel.door-screen.help=Reception: 4711", "lintel.camera.width=640");

        assertThat(live.now().visit().firstWait()).hasSeconds(4);
        assertThat(live.now().doorScreen().help()).contains("Reception: 4711");
        assertThat(live.now().camera().width()).as("the camera is open").isEqualTo(1280);
        assertThat(told).containsExactly("visits");

        save();
        assertThat(live.now().visit().firstWait()).hasSeconds(2);
        assertThat(told).containsExactly("visits", "visits");
    }

    @Test
    void whatMakesSenseOnlyWithAValueThatWaitsForARestartWaitsToo() throws IOException {
        Files.writeString(
                folder.resolve("lintel.properties"),
                "\nlintel.camera.second.source=/dev/video9",
                StandardOpenOption.APPEND);
        StartSettings.use(new SettingsFile(folder.resolve("lintel.properties"), SettingsReference.shipped()));

        save("lintel.camera.second.source=", "lintel.liveness.mode=off");

        assertThat(live.now().liveness().mode())
                .as("the second camera runs until then, and is of no use without liveness")
                .isEqualTo(LintelConfig.LivenessMode.REQUIRED);
    }

    @Test
    void valuesThatContradictEachOtherLeaveTheOldOnesInForce() throws IOException {
        save("lintel.visit.first-wait=4s", "lintel.visit.longest-wait=1s");
        assertThat(live.now().visit().firstWait()).as("longer than the longest").hasSeconds(2);
    }

    @Test
    void whatAPartDoesNotTakeIsSaid() {
        live.onChange("screen", List.of("lintel.door-screen."), config -> {
            throw new LintelException("no", "nothing");
        });
        assertThatThrownBy(() -> save("lintel.door-screen.help=x")).isInstanceOf(LintelException.class);
    }

    @Test
    void eachSettingThatIsSaidToTakeEffectAtOnceExists() {
        assertThat(SettingsReference.shipped().settings().keySet().stream().filter(ImmediateSettings::isLive))
                .contains(
                        "lintel.liveness.level",
                        "lintel.door.unlock-time",
                        "lintel.alarm.webhook.url",
                        "lintel.holidays.calendar",
                        "lintel.log.keep",
                        "lintel.people.consent-text")
                .doesNotContain(
                        "lintel.door.relay",
                        "lintel.camera.source",
                        "lintel.decision.matching",
                        "lintel.decision.time-zone",
                        "lintel.log.snapshots",
                        "lintel.models.embedder",
                        "lintel.web.port");
    }
}
