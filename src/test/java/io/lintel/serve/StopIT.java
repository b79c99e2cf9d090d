package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** {@code systemctl stop}. */
class StopIT {

    @TempDir
    Path folder;

    @RepeatedTest(5)
    void aStopWhileANetworkIsAtWorkEndsInOrder() throws Exception {
        assumeThat(Path.of("models/mobilefacenet.onnx"))
                .as("skipped: the face models are not in models/ (make models)")
                .exists();
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo").serveUntilReady()) {
            assertThat(lintel.stop()).as(lintel.log()).isZero();
            assertThat(lintel.command("audit", "list", "--limit", "3").out()).contains("STOPPED");
        }
    }
}
