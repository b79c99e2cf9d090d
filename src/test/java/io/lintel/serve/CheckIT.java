package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lintel.model.InstalledModel;
import io.lintel.model.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lintel check}, and what a door does with what it finds. */
class CheckIT {

    @TempDir
    Path folder;

    @Test
    void aBoxIsAsItWasMadeUntilSomebodyAltersItsLog() throws Exception {
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            lintel.serveUntilReady();
            LintelProcess.Answer whole = lintel.command("check");
            assertThat(whole.out()).contains("ok       database:", "ok       log:", "ok       settings:");
            assertThat(whole.exitCode()).as(whole.out()).isZero();
            assertThat(lintel.page("/q/health")).contains("\"audit\"", "\"backups\"", "\"program\"");
        }
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/demo.db"));
                Statement alteration = database.createStatement()) {
            alteration.execute("DROP TRIGGER audit_event_no_update");
            alteration.execute("UPDATE audit_event SET actor = 'somebody else' WHERE seq = 1");
        }
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            LintelProcess.Answer altered = lintel.command("check");
            assertThat(altered.exitCode()).isEqualTo(1);
            assertThat(altered.out()).contains("problem  log: row 1", "lintel audit verify");
        }
    }

    /** The demo's clips show somebody enrolled every few seconds: they would be let in, were the models not refused. */
    @Test
    void aDoorDoesNotOpenWithAnAlteredModel() throws Exception {
        InstalledModel embedder = TestModels.installed("mobilefacenet");
        Path models = Files.createDirectory(folder.resolve("models"));
        copy(TestModels.folder(), models);
        Path file = models.resolve(embedder.onnx().getFileName());
        byte[] bytes = Files.readAllBytes(file);
        byte[] altered = bytes.clone();
        altered[altered.length / 2] ^= 1;
        Files.write(file, altered);
        try (LintelProcess lintel =
                new LintelProcess(folder, "lintel.camera.source=demo", "lintel.models.folder=" + models)) {
            lintel.serve();
            await("the refusal")
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> lintel.page("/q/health").contains("is damaged: its SHA-256 is not the catalogue's"));
            assertThat(lintel.status("/q/health/ready")).isEqualTo(503);
            assertThat(lintel.command("check").out()).contains("problem  model mobilefacenet");

            Files.write(file, bytes);
            await("recognition, once the model is restored")
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> lintel.log().contains("decision=granted"));
            assertThat(lintel.log().indexOf("decision=granted"))
                    .isGreaterThan(lintel.log().indexOf("is damaged"));
        }
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
