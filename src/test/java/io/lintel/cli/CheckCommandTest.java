package io.lintel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.model.InstalledModel;
import io.lintel.model.TestModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    Path folder;

    private Path models;
    private Path settings;

    @BeforeEach
    void aBoxThatWasNeverStarted() throws IOException {
        models = Files.createDirectory(folder.resolve("models"));
        settings = folder.resolve("lintel.properties");
        Files.writeString(
                settings,
                "lintel.camera.source=demo\nlintel.models.folder=" + models + "\nlintel.data.folder=" + folder + "\n");
    }

    @Test
    void oneAlteredByteOfAModelIsAProblemWithItsRemedy() throws IOException {
        InstalledModel embedder = TestModels.installed("mobilefacenet");
        copy(TestModels.folder(), models);
        assertThat(state(check(ExitCode.OK), "model mobilefacenet")).isEqualTo("ok");

        Path file = models.resolve(embedder.onnx().getFileName());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        JsonNode altered = finding(check(ExitCode.FAILED), "model mobilefacenet");
        assertThat(altered.get("state").asText()).isEqualTo("problem");
        assertThat(altered.get("detail").asText()).contains("damaged: its SHA-256 is not the catalogue's");
        assertThat(altered.get("remedy").asText()).contains("lintel models fetch");
    }

    @Test
    void aSettingThatCannotStartIsAProblem() throws IOException {
        Files.writeString(settings, "lintel.visit.left-after=three weeks\n");

        JsonNode answer = check(ExitCode.FAILED);

        assertThat(answer.get("well").asBoolean()).isFalse();
        assertThat(state(answer, "settings")).isEqualTo("problem");
        assertThat(finding(answer, "settings").get("detail").asText()).contains("lintel.visit.left-after");
    }

    @Test
    void aFolderThatIsNoModelsFolderIsAProblem() throws IOException {
        assertThat(state(check(ExitCode.FAILED), "models")).isEqualTo("problem");
    }

    @Test
    void aDatabaseThatIsNoneIsAProblemAndItsLogIsNotRead() throws IOException {
        copy(TestModels.folder(), models);
        Files.writeString(folder.resolve("demo.db"), "this is no database, though it is long enough to be looked at");

        JsonNode answer = check(ExitCode.FAILED);

        assertThat(state(answer, "database")).isEqualTo("problem");
        assertThat(state(answer, "log")).isEqualTo("note");
    }

    private JsonNode check(int expected) throws IOException {
        StringWriter out = new StringWriter();
        int exitCode = LintelCommandLine.create(new PrintWriter(out), new PrintWriter(new StringWriter()))
                .execute("--config", settings.toString(), "--json", "check");
        assertThat(exitCode).as(out.toString()).isEqualTo(expected);
        return new ObjectMapper().readTree(out.toString());
    }

    private static JsonNode finding(JsonNode answer, String part) {
        return StreamSupport.stream(answer.get("findings").spliterator(), false)
                .filter(finding -> finding.get("part").asText().equals(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing about " + part + " in " + answer));
    }

    private static String state(JsonNode answer, String part) {
        return finding(answer, part).get("state").asText();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from, 2)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (file.toString().matches(".*\\.(onnx|json)")) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
