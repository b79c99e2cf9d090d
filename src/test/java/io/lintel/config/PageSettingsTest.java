package io.lintel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageSettingsTest {

    @TempDir
    Path folder;

    private SettingsFile file;
    private PageSettings page;

    @BeforeEach
    void anInstallersFile() throws IOException {
        Path installed = folder.resolve("lintel.properties");
        Files.write(installed, List.of("lintel.data.folder=" + folder.resolve("data"), "lintel.camera.width=640"));
        file = new SettingsFile(installed, SettingsReference.shipped());
        page = file.page();
    }

    @Test
    void aChangeOutranksTheInstallersValueAndCanBeTakenBack() {
        page.set(Map.of("lintel.camera.width", Optional.of("800")));
        assertThat(file.load().camera().width()).isEqualTo(800);

        page.set(Map.of("lintel.camera.width", Optional.empty()));
        assertThat(file.load().camera().width()).isEqualTo(640);
    }

    @Test
    void commentsAndOtherLinesStay() throws IOException {
        page.set(Map.of("lintel.camera.width", Optional.of("800")));
        Files.writeString(page.file(), Files.readString(page.file()) + "# mine\nsome.other=1\n");
        page.set(Map.of("lintel.camera.width", Optional.of("900")));

        assertThat(Files.readString(page.file()))
                .contains("# mine", "some.other=1", "lintel.camera.width=900")
                .doesNotContain("800");
    }

    @Test
    void oddValuesComeBackAsTheyWere() {
        String odd = "C:\\pictures\\ä = # ! :";
        page.set(Map.of("lintel.door-screen.help", Optional.of(odd)));
        assertThat(page.values()).containsEntry("lintel.door-screen.help", odd);

        page.set(Map.of("lintel.door-screen.help", Optional.of("one\nlintel.liveness.mode=off")));
        assertThat(page.values()).doesNotContainKey("lintel.liveness.mode");
    }

    @Test
    void aCandidateIsCheckedWithoutBeingWritten() {
        assertThatThrownBy(() -> file.loadWith(Map.of("lintel.camera.width", "wide")))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> file.loadWith(Map.of("lintel.camera.witdh", "800")))
                .hasMessageContaining("did you mean lintel.camera.width");
        assertThatThrownBy(() -> file.loadWith(Map.of("lintel.data.folder", "/elsewhere")))
                .hasMessageContaining("cannot be set by a file in that folder");
        assertThat(page.exists()).isFalse();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidClearly() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "skipped: root may write everywhere");
        Files.createDirectories(folder.resolve("data"));
        folder.resolve("data").toFile().setWritable(false);
        assertThatThrownBy(() -> page.set(Map.of("lintel.camera.width", Optional.of("800"))))
                .hasMessageContaining("cannot be written");
    }
}
