package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Errors inside OpenCV, ONNX Runtime, SQLite and the GPIO calls come back as messages. In a native image that lacks an entry of
 * reachability-metadata.json such an error ends the process instead, with an exit code of 134 or more.
 */
class ErrorPathsIT {

    private static final Path MODELS = Path.of("models");
    private static final String PHOTO = "config/demo/people/jonas/enrol.jpg";

    @TempDir
    Path folder;

    @BeforeAll
    static void modelsAreThere() {
        assumeTrue(
                Files.exists(MODELS.resolve("mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
    }

    @Test
    void theDoctorProvokesAnErrorInEachLibrary() throws Exception {
        try (LintelProcess lintel = new LintelProcess(folder)) {
            LintelProcess.Answer answer = lintel.command("doctor", "--json");
            assertThat(answer.out())
                    .contains("\"part\" : \"opencv\"", "loads, and reports errors")
                    .doesNotContain("cannot be loaded");
            assertThat(answer.exitCode()).isZero();
        }
    }

    @Test
    void aModelFileThatIsNotAModel() throws Exception {
        byte[] noise = new byte[4096];
        Arrays.fill(noise, (byte) 0x5a);
        Path models = modelsWith("mobilefacenet", noise);
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.models.folder=" + models)) {
            assertSays(lintel.command("compare", PHOTO, PHOTO), "mobilefacenet.onnx cannot be loaded");
        }
    }

    @Test
    void aModelFileThatIsCutShort() throws Exception {
        byte[] whole = Files.readAllBytes(MODELS.resolve("face_landmark.onnx"));
        Path models = modelsWith("face_landmark", Arrays.copyOf(whole, whole.length / 2));
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.models.folder=" + models)) {
            assertSays(lintel.command("compare", PHOTO, PHOTO), "face_landmark.onnx cannot be loaded");
        }
    }

    @Test
    void aModelOfAnotherShape() throws Exception {
        Path models = modelsWith("mobilefacenet", Files.readAllBytes(MODELS.resolve("face_landmark.onnx")));
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.models.folder=" + models)) {
            assertSays(lintel.command("compare", PHOTO, PHOTO), "mobilefacenet");
        }
    }

    @Test
    void aDoorWhoseModelsAreWrongKeepsRunning() throws Exception {
        Path models = modelsWith("mobilefacenet", new byte[100]);
        try (LintelProcess lintel =
                new LintelProcess(folder, "lintel.models.folder=" + models, "lintel.camera.source=demo")) {
            lintel.serve();
            awaitLog(lintel, "recognition state=off");
            assertThat(lintel.page("/q/health/live")).contains("\"UP\"");
            assertThat(lintel.log()).contains("door=LOCKED event=STARTED");
            assertThat(lintel.stop()).isZero();
        }
    }

    @Test
    void picturesThatAreNone() throws Exception {
        byte[] photo = Files.readAllBytes(Path.of(PHOTO));
        List<Path> pictures = List.of(
                Files.write(folder.resolve("empty.jpg"), new byte[0]),
                Files.writeString(folder.resolve("text.jpg"), "not a picture"),
                Files.write(folder.resolve("short.jpg"), Arrays.copyOf(photo, 600)),
                Files.write(folder.resolve("wrong.jpg"), scrambled(photo)));
        try (LintelProcess lintel = new LintelProcess(folder)) {
            for (Path picture : pictures) {
                LintelProcess.Answer answer = lintel.command("compare", picture.toString(), PHOTO);
                assertThat(answer.exitCode()).as(picture + ": " + answer.out()).isEqualTo(1);
                assertThat(answer.out()).as(picture.toString()).startsWith("lintel: ");
            }
        }
    }

    @Test
    void aDatabaseThatIsNone() throws Exception {
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/lintel.db"), "this is not SQLite ".repeat(500));
        Files.copy(folder.resolve("data/lintel.db"), folder.resolve("data/demo.db"));
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            assertSays(lintel.command("people", "list"), "not a SQLite database");

            lintel.serve();
            awaitLog(lintel, "recognition state=off");
            assertThat(lintel.log()).contains("door=LOCKED event=STARTED");
            assertThat(lintel.page("/q/health/live")).contains("\"UP\"");
            assertThat(lintel.page("/q/health/ready")).contains("not a SQLite database");
            assertThat(lintel.stop()).isZero();
        }
    }

    @Test
    void aDatabaseThatIsDamaged() throws Exception {
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=v4l2")) {
            assertThat(lintel.command("people", "list").exitCode()).isZero();
            Path file = folder.resolve("data/lintel.db");
            byte[] pages = Files.readAllBytes(file);
            Arrays.fill(pages, 100, pages.length, (byte) 0xa5);
            Files.write(file, pages);

            assertSays(lintel.command("people", "list"), "damaged");
        }
    }

    @Test
    void aGpioLineThatDoesNotExist() throws Exception {
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.door.relay=gpiochip97:17")) {
            assertSays(lintel.command("door", "relay-off"), "gpiochip97");
        }
    }

    /** A failure that was said: not success, not the end of the process by a signal. */
    private static void assertSays(LintelProcess.Answer answer, String words) {
        assertThat(answer.out()).contains(words);
        assertThat(answer.exitCode()).as(answer.out()).isIn(1, 2);
    }

    /** A models folder whose catalogue vouches for these bytes, so that they reach ONNX Runtime. */
    private Path modelsWith(String id, byte[] content) throws Exception {
        Path models = Files.createDirectory(folder.resolve("models"));
        try (Stream<Path> files = Files.list(MODELS)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".onnx")).toList()) {
                Files.createSymbolicLink(models.resolve(file.getFileName()), file.toAbsolutePath());
            }
        }
        Files.delete(models.resolve(id + ".onnx"));
        Files.write(models.resolve(id + ".onnx"), content);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        try (InputStream shipped = Files.newInputStream(MODELS.resolve("catalog.json"))) {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode catalog = (ObjectNode) mapper.readTree(shipped);
            catalog.get("models").forEach(model -> {
                if (model.get("id").asText().equals(id)) {
                    ((ObjectNode) model).put("onnx-sha256", hash);
                }
            });
            mapper.writeValue(models.resolve("catalog.json").toFile(), catalog);
        }
        return models;
    }

    /** Its header still reads as a JPEG; what follows does not. */
    private static byte[] scrambled(byte[] photo) {
        byte[] wrong = photo.clone();
        for (int i = 400; i < wrong.length; i++) {
            wrong[i] = (byte) (i * 31);
        }
        return wrong;
    }

    private static void awaitLog(LintelProcess lintel, String line) {
        await(line).atMost(Duration.ofMinutes(2)).until(() -> read(lintel).contains(line));
    }

    private static String read(LintelProcess lintel) throws IOException {
        return lintel.log();
    }
}
