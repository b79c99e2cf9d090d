package io.lintel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.access.MobileFaceNet;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.model.ChannelOrder;
import io.lintel.model.EmbedderProfileJson;
import io.lintel.model.ModelSpec;
import io.lintel.model.ModelStore;
import io.lintel.model.Preprocessing;
import io.lintel.model.TestModels;
import io.lintel.model.onnx.ShortenedModel;
import io.lintel.wiring.Models;
import io.lintel.wiring.SettingsMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Bring your own embedder, beside the shipped catalogue. */
class ModelsAddCommandTest {

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anEmbedderIsAddedCalibratedChosenAndRemoved() throws Exception {
        Path file = embedder();
        Path profile =
                Files.writeString(data.resolve("measured.json"), EmbedderProfileJson.write(MobileFaceNet.PROFILE));

        assertThat(add(file, "own", "64")).as(err.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--alignment");
        assertThat(add(file, "own")).as(out + "" + err).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("added own: embeddings of 64 values", "calibrate");
        assertThat(data.resolve("added-models/own.onnx")).exists();
        assertThat(data.resolve("added-models/catalog.json")).exists();

        assertThatThrownBy(() -> SettingsMapper.check(settings("own")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("lintel.models.embedder: nobody has measured");
        assertThat(run("calibrate", "own", profile.toString())).isEqualTo(ExitCode.OK);
        SettingsMapper.check(settings("own"));
        ModelSpec chosen =
                Models.embedder(settings("own"), Models.store(settings("own")).catalog());
        assertThat(chosen.calibrated()).isEqualTo(MobileFaceNet.PROFILE);
        assertThat(chosen.input()).isEqualTo(new Preprocessing(112, 112, ChannelOrder.BGR, 127.5, 1));
        assertThat(Models.store(settings("own")).check(chosen)).isEqualTo(ModelStore.State.PRESENT);

        assertThat(run("--json-of", "list")).isEqualTo(ExitCode.OK);
        JsonNode listed = new ObjectMapper().readTree(out.toString());
        assertThat(listed.get("embedder").textValue()).isEqualTo("mobilefacenet");
        assertThat(listed.get("models")).anySatisfy(model -> {
            assertThat(model.get("id").textValue()).isEqualTo("own");
            assertThat(model.get("origin").textValue()).isEqualTo("added");
            assertThat(model.get("calibrated").booleanValue()).isTrue();
        });

        assertThat(run("remove", "mobilefacenet")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("the door decides by mobilefacenet");
        assertThat(run("remove", "own")).isEqualTo(ExitCode.OK);
        assertThat(data.resolve("added-models/own.onnx")).doesNotExist();
        assertThat(data.resolve("added-models/profiles/own.json")).doesNotExist();
        assertThatThrownBy(() -> SettingsMapper.check(settings("own")))
                .isInstanceOfSatisfying(SettingsException.class, e -> {
                    assertThat(e).hasMessageContaining("there is no embedder called own");
                    assertThat(e.remedy()).contains("mobilefacenet", "sface_2021dec");
                });
    }

    @Test
    void whatCannotBeAddedIsSaidSo() throws Exception {
        Path file = embedder();

        assertThat(add(file, "mobilefacenet")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("there is a model called mobilefacenet already");
        assertThat(add(file, "../own")).isEqualTo(ExitCode.USAGE);
        assertThat(add(data.resolve("nothing.onnx"), "own")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("there is no file");
        assertThat(run(
                        "add",
                        file.toString(),
                        "--role",
                        "face-detector",
                        "--name",
                        "own",
                        "--size",
                        "112",
                        "--channels",
                        "rgb",
                        "--scale",
                        "1",
                        "--mean",
                        "0",
                        "--alignment",
                        "arcface"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("only an embedder can be added");
        assertThat(data.resolve("added-models")).doesNotExist();
    }

    @Test
    void aProfileOfLintelsOwnIsNotReplaced() throws Exception {
        Path profile =
                Files.writeString(data.resolve("measured.json"), EmbedderProfileJson.write(MobileFaceNet.PROFILE));
        Path wrong = Files.writeString(
                data.resolve("wrong.json"),
                EmbedderProfileJson.write(MobileFaceNet.PROFILE).replace("\"margin\" : 0.08", "\"margin\" : 8"));

        assertThat(run("calibrate", "mobilefacenet", profile.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(run("calibrate", "sface_2021dec", wrong.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("profile: margin must lie in 0.0 to 0.5, not 8.0");
        assertThat(run("calibrate", "sface_2021dec", profile.toString())).isEqualTo(ExitCode.OK);
        SettingsMapper.check(settings("sface_2021dec"));
    }

    private Path embedder() throws IOException {
        byte[] original =
                Files.readAllBytes(TestModels.installed("mobilefacenet").onnx());
        return Files.write(data.resolve("file.onnx"), ShortenedModel.of(original, 64));
    }

    private int add(Path file, String name) {
        List<String> all = new ArrayList<>(List.of("add", file.toString(), "--role", "embedder", "--name", name));
        all.addAll(List.of("--size", "112", "--channels", "bgr", "--scale", "1", "--mean", "127.5"));
        all.addAll(List.of("--alignment", "arcface"));
        return run(all.toArray(String[]::new));
    }

    /** Without what cannot be guessed. */
    private int add(Path file, String name, String size) {
        return run(
                "add",
                file.toString(),
                "--role",
                "embedder",
                "--name",
                name,
                "--size",
                size,
                "--channels",
                "bgr",
                "--scale",
                "1",
                "--mean",
                "0");
    }

    private LintelConfig settings(String embedder) {
        try {
            Path file = Files.writeString(
                    data.resolve("lintel.properties"),
                    "lintel.models.folder=" + TestModels.folder() + "\nlintel.data.folder=" + data
                            + "\nlintel.models.embedder=" + embedder + "\n");
            return new SettingsFile(file, SettingsReference.shipped()).load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code lintel models}, whose errors are printed where they are caught. @param arguments after {@code --json-of} for JSON */
    private int run(String... arguments) {
        boolean json = arguments[0].equals("--json-of");
        String[] rest = json ? List.of(arguments).subList(1, arguments.length).toArray(String[]::new) : arguments;
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        PrintWriter printed = new PrintWriter(out, true);
        PrintWriter complained = new PrintWriter(err, true);
        Console console = new Console(printed, complained, () -> json);
        CommandLine line = ModelsCommand.line(
                () -> settings(""),
                (web, work) -> {
                    throw new AssertionError("no service is needed");
                },
                console);
        return line.setOut(printed)
                .setErr(complained)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    complained.println(failure.getMessage());
                    return ExitCode.FAILED;
                })
                .execute(rest);
    }
}
