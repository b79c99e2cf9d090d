package io.lintel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.system.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With a catalogue of three small models: one required, one recommended, one on request. */
class ModelsCommandTest {

    private static final byte[] WEIGHTS = {1, 2, 3, 4};

    @TempDir
    private Path models;

    @TempDir
    private Path mirror;

    @TempDir
    private Path data;

    /** These commands need none. */
    private static final ServiceRunner NO_SERVICE = (web, work) -> {
        throw new AssertionError("no service is needed");
    };

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void catalogue() throws IOException {
        Files.writeString(
                models.resolve("catalog.json"),
                "{\"models\": [" + model("embed", "embedder", "required") + ","
                        + model("live", "liveness", "recommended") + "," + model("other", "embedder", "on-request")
                        + "]}");
    }

    @Test
    void fetchInstallsWhatTheMirrorHasAndReportsWhatIsMissing() throws Exception {
        Files.write(mirror.resolve("embed.bin"), WEIGHTS);

        assertThat(run(false, "fetch", "--mirror", mirror.toString())).isEqualTo(ExitCode.OK);

        assertThat(models.resolve("embed.onnx")).hasBinaryContent(WEIGHTS);
        assertThat(out.toString())
                .contains("embed  fetched from mirror " + mirror)
                .contains("live  unavailable")
                .contains("Without it Lintel lacks live.")
                .doesNotContain("other");
    }

    @Test
    void fetchFailsWhenARequiredModelCannotBeHad() throws Exception {
        Files.write(mirror.resolve("live.bin"), WEIGHTS);

        assertThat(run(true, "fetch", "--mirror", mirror.toString())).isEqualTo(ExitCode.FAILED);

        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("complete").booleanValue()).isFalse();
        JsonNode embed = document.get("models").get(0);
        assertThat(embed.get("id").textValue()).isEqualTo("embed");
        assertThat(embed.get("outcome").textValue()).isEqualTo("unavailable");
        assertThat(embed.get("failures").get(0).textValue()).endsWith("has no embed.bin");
    }

    @Test
    void aModelThatIsNamedMustBeHad() {
        assertThat(run(false, "fetch", "live", "--mirror", mirror.toString())).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void onRequestModelsAreFetchedByName() throws Exception {
        Files.write(mirror.resolve("other.bin"), WEIGHTS);

        assertThat(run(false, "fetch", "other", "--mirror", mirror.toString())).isEqualTo(ExitCode.OK);

        assertThat(models.resolve("other.onnx")).exists();
        assertThat(models.resolve("embed.onnx")).doesNotExist();
    }

    @Test
    void aNameThatDoesNotExistIsAUsageErrorWithThoseThatDo() {
        assertThat(run(false, "fetch", "facenet")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).contains("there is no model called facenet", "embed, live, other");
    }

    @Test
    void checkPassesWithoutTheRecommendedModelAndNamesTheLoss() throws Exception {
        Files.write(models.resolve("embed.onnx"), WEIGHTS);

        assertThat(run(false, "check")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("embed  present (required)", "live  missing (recommended)", "Without it Lintel lacks live.");
    }

    @Test
    void checkFailsForWhatIsMissingOrDamagedAndNamesTheCommand() throws Exception {
        assertThat(run(false, "check")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("embed  missing", "run: lintel models fetch");

        Files.write(models.resolve("embed.onnx"), WEIGHTS);
        Files.write(models.resolve("live.onnx"), new byte[] {0});
        assertThat(run(true, "check")).isEqualTo(ExitCode.FAILED);
        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(document.get("models").get(1).get("state").textValue()).isEqualTo("damaged");
    }

    private void addShipped() throws IOException {
        Path catalogue = models.resolve("catalog.json");
        String own = model("own", "liveness", "recommended", "\"shipped\"");
        Files.writeString(catalogue, Files.readString(catalogue).replaceFirst("\\[", "[" + own + ","));
        Files.createDirectory(models.resolve("shipped"));
    }

    @Test
    void aFetchWithoutNetworkSucceedsWhenRequiredAndShippedModelsAreInPlace() throws Exception {
        addShipped();
        Files.write(models.resolve("shipped/own.bin"), WEIGHTS);
        Files.write(models.resolve("embed.onnx"), WEIGHTS);

        assertThat(run(false, "fetch")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("own  present", "live  unavailable", "Without it Lintel lacks live.", "lintel models fetch");
        assertThat(run(false, "check")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("own  present (shipped)");
    }

    @Test
    void aMissingOrAlteredShippedModelIsReportedAsAFaultOfTheRelease() throws Exception {
        addShipped();
        Files.write(models.resolve("embed.onnx"), WEIGHTS);

        assertThat(run(false, "check")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("own  missing (shipped)", "restore it from Lintel's release");

        Files.write(models.resolve("shipped/own.bin"), new byte[] {0});
        assertThat(run(false, "check")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("own  damaged (shipped)", "restore it from Lintel's release");
        assertThat(run(false, "fetch")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("own  unavailable", "its file was altered");
    }

    @Test
    void aQuietCheckAnswersByItsExitCodeOnly() throws Exception {
        assertThat(run(false, "check", "--quiet")).isEqualTo(ExitCode.FAILED);
        Files.write(models.resolve("embed.onnx"), WEIGHTS);
        assertThat(run(false, "check", "--quiet")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).isEmpty();
    }

    private LintelConfig settings() {
        try {
            Path file = Files.writeString(
                    data.resolve("lintel.properties"),
                    "lintel.models.folder=" + models + "\nlintel.data.folder=" + data + "\n");
            return new SettingsFile(file, SettingsReference.shipped()).load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(boolean json, String... arguments) {
        out.getBuffer().setLength(0);
        PrintWriter printed = new PrintWriter(out, true);
        PrintWriter complained = new PrintWriter(err, true);
        CommandLine line = ModelsCommand.line(this::settings, NO_SERVICE, new Console(printed, complained, () -> json));
        return line.setOut(printed).setErr(complained).execute(arguments);
    }

    private static String model(String id, String role, String need) {
        return model(id, role, need, "");
    }

    private static String model(String id, String role, String need, String from) {
        String sha256 = Sha256.of(WEIGHTS);
        return """
                {"id": "%1$s", "title": "%1$s", "role": "%2$s", "need": "%3$s", "without": "Lintel lacks %1$s",
                 "licence": "CC0-1.0", "onnx-sha256": "%4$s", "outputs": [],
                 "source": {"file": "%1$s.bin", "bytes": 4, "sha256": "%4$s", "format": "onnx", "from": [%5$s]},
                 "embedding": {"dimension": 4, "alignment": "arcface"},
                 "liveness": {"crop-scale": 2.7, "score-to-log-likelihood-ratio": [{"score": 0, "llr": -1}, {"score": 1, "llr": 1}]},
                 "input": {"width": 8, "height": 8, "channels": "RGB", "mean": 0, "std": 1}}
                """.formatted(id, role, need, sha256, from);
    }
}
