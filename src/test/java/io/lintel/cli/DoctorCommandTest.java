package io.lintel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.cli.Finding.State;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

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

    @Test
    void aDataFolderThatIsNotThereYetIsMadeAtTheFirstStart() {
        assertThat(DataCheckup.of(folder).state()).isEqualTo(State.OK);
        assertThat(DataCheckup.of(folder.resolve("later")).state()).isEqualTo(State.NOTE);
    }

    @Test
    void aMissingRequiredModelIsAProblemWithItsRemedy() throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        Files.copy(Path.of("models/catalog.json"), models.resolve("catalog.json"));
        Path settings = Files.writeString(
                folder.resolve("lintel.properties"),
                "lintel.models.folder=" + models + "\nlintel.data.folder=" + folder + "\n");
        StringWriter out = new StringWriter();

        int exitCode = LintelCommandLine.create(new PrintWriter(out), new PrintWriter(out))
                .execute("--config", settings.toString(), "--json", "doctor");

        JsonNode answer = new ObjectMapper().readTree(out.toString());
        JsonNode model = StreamSupport.stream(answer.get("findings").spliterator(), false)
                .filter(finding -> finding.get("part").asText().equals("model face_detection_full_range"))
                .findFirst()
                .orElseThrow();
        assertThat(exitCode).isEqualTo(ExitCode.FAILED);
        assertThat(answer.get("well").asBoolean()).isFalse();
        assertThat(model.get("remedy").asText()).contains("lintel models fetch");
    }
}
