package io.lintel.wiring.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.config.CameraHint;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.wiring.checkup.CheckupFinding.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxCheckupTest {

    @TempDir
    Path folder;

    @Test
    void errorsInsideTheLibrariesComeBackAsExceptions() throws IOException {
        Path notAModel = Files.writeString(folder.resolve("catalog.json"), "{}");

        assertThat(LibraryCheckup.openCv().state()).isEqualTo(State.OK);
        assertThat(LibraryCheckup.onnxRuntime(notAModel).state()).isEqualTo(State.OK);
    }

    @Test
    void aBoxWithoutCameraOrGpioIsNotedButNotBroken() {
        DeviceCheckup devices = new DeviceCheckup(folder);

        assertThat(devices.cameras().state()).isEqualTo(State.NOTE);
        assertThat(devices.gpioChips().state()).isEqualTo(State.NOTE);
    }

    @Test
    void devicesAreNamed() throws IOException {
        Files.createFile(folder.resolve("video0"));
        Files.createFile(folder.resolve("gpiochip4"));
        DeviceCheckup devices = new DeviceCheckup(folder);

        assertThat(devices.cameras().detail()).endsWith("/video0");
        assertThat(devices.gpioChips().detail()).endsWith("/gpiochip4");
    }

    /** W1: a camera that is mounted on its side. */
    @Test
    void facesThatLieOnTheirSideAreToldUntilThePictureIsTurned() throws IOException {
        new CameraHint(folder).keep(90);

        assertThat(OrientationCheckup.of(config("0")))
                .hasValueSatisfying(finding -> assertThat(finding.remedy()).contains("lintel.camera.rotate=90"));
        assertThat(OrientationCheckup.of(config("90"))).isEmpty();
    }

    private LintelConfig config(String rotate) throws IOException {
        Path file = Files.writeString(
                folder.resolve("turned.properties"),
                "lintel.data.folder=" + folder + "\nlintel.camera.rotate=" + rotate + "\n");
        return new SettingsFile(file, SettingsReference.shipped()).load();
    }

    @Test
    void aDataFolderThatIsNotThereYetIsMadeAtTheFirstStart() {
        assertThat(DataCheckup.of(folder).state()).isEqualTo(State.OK);
        assertThat(DataCheckup.of(folder.resolve("later")).state()).isEqualTo(State.NOTE);
    }
}
