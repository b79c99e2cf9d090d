package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README promises of {@code make run} on a machine without camera and relay. */
class DemoIT {

    private static final String PEOPLE = "config/demo/people/";

    @TempDir
    Path folder;

    @BeforeAll
    static void modelsAreThere() {
        assumeTrue(
                Files.exists(Path.of("models/mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
    }

    @Test
    void theDemoTellsItsStoryAndFollowsWhatIsEnrolledMeanwhile() throws Exception {
        try (LintelProcess lintel = new LintelProcess(folder, "lintel.camera.source=demo")) {
            lintel.serve();
            awaitLog(lintel, "demo clip=enrolled: dalia granted");
            assertThat(lintel.page("/q/health/ready"))
                    .contains("\"camera\"", "\"models\"", "\"database\"", "\"door\"", "\"recognition\"")
                    .doesNotContain("DOWN");
            awaitLog(lintel, "demo clip=unknown: somebody denied as unknown");
            awaitLog(lintel, "demo clip=two-people: alva granted");
            awaitLog(lintel, "demo clip=two-people: emeka granted");
            awaitLog(lintel, "demo clip=photo-attack: dalia denied as spoof");
            awaitLog(lintel, "camera clip=empty");
            assertThat(lintel.page("/q/metrics")).contains("lintel_decision_seconds_count{code=\"granted\"");

            assertThat(lintel.command("people", "add", "Jonas", PEOPLE + "jonas/enrol.jpg", PEOPLE + "jonas/smile.jpg")
                            .exitCode())
                    .isZero();
            awaitLog(lintel, "demo clip=unknown: Jonas granted");

            assertThat(lintel.log())
                    .doesNotContain("clip=empty: ")
                    .doesNotContain("clip=photo-attack: dalia granted")
                    .doesNotContain("ERROR");
            assertThat(lintel.stop()).isZero();
            assertThat(lintel.command("audit", "list", "--kind", "STOPPED").out())
                    .contains("STOPPED");
        }
    }

    private static void awaitLog(LintelProcess lintel, String line) {
        await(line).atMost(Duration.ofMinutes(2)).until(() -> read(lintel).contains(line));
    }

    private static String read(LintelProcess lintel) throws IOException {
        return lintel.log();
    }
}
