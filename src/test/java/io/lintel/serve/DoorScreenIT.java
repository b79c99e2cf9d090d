package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a screen beside the door gets from the packaged program. */
class DoorScreenIT {

    @TempDir
    Path folder;

    @Test
    void theScreenIsServedAndWelcomesWhoIsLetIn() throws Exception {
        assumeTrue(
                Files.exists(Path.of("models/mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            lintel.serve();
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> lintel.status("/door/") == 200);
            assertThat(lintel.status("/door")).isEqualTo(302);
            assertThat(lintel.page("/door/")).contains("<script type=\"module\" src=\"door.js\">");
            assertThat(lintel.status("/door/languages/de.json")).isEqualTo(200);
            assertThat(lintel.status("/door/..%2fpom.xml")).isEqualTo(404);
            assertThat(lintel.status("/door/..%2fconfig%2fdemo%2findex.html")).isEqualTo(404);
            assertThat(lintel.page("/door/screen")).contains("\"demo\":true");

            assertThat(lintel.firstLine("/door/events", "dalia"))
                    .isEqualTo("data:{\"state\":\"welcome\",\"name\":\"dalia\"}");
        }
    }
}
