package io.lintel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
