package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the midst of grants: what was acknowledged stays in the log, and the relay is off after each start. Five
 * rounds here; {@code -Dlintel.kills=200} for the long run.
 */
class KillIT {

    private static final Pattern ACKNOWLEDGED = Pattern.compile("decision=\\S+ person=\\S+ track=\\S+ row=(\\d+)");

    @TempDir
    Path folder;

    @BeforeAll
    static void modelsAreThere() {
        assumeTrue(
                Files.exists(Path.of("models/mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
    }

    @Test
    void noAcknowledgedRowIsLostAndTheDoorIsLockedAfterEachStart() throws Exception {
        int kills = Integer.getInteger("lintel.kills", 5);
        Random random = new Random(20261122);
        try (LintelProcess lintel = new LintelProcess(
                folder,
                "lintel.camera.source=demo",
                "lintel.visit.grant-again-after=200ms",
                "lintel.visit.left-after=100ms")) {
            for (int kill = 1; kill <= kills; kill++) {
                int before = acknowledged(lintel).size();
                lintel.serve();
                await("a decision in round " + kill)
                        .pollInterval(Duration.ofMillis(20))
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> acknowledged(lintel).size() > before);
                Thread.sleep(random.nextInt(1500));
                lintel.kill();
            }
            assertThat(starts(lintel)).hasSize(kills).allMatch(line -> line.contains("door=LOCKED"));
            List<Long> rows = acknowledged(lintel);
            String kept = lintel.command("audit", "export", "--kind", "ACCESS_GRANTED,ACCESS_DENIED")
                    .out();
            assertThat(rows)
                    .hasSizeGreaterThanOrEqualTo(kills)
                    .allSatisfy(row -> assertThat(kept).containsPattern("(?m)^" + row + ","));
            System.out.println(kills + " kills, " + rows.size() + " acknowledged rows, 0 lost");
        }
    }

    private static List<Long> acknowledged(LintelProcess lintel) throws IOException {
        return ACKNOWLEDGED
                .matcher(lintel.log())
                .results()
                .map((MatchResult row) -> Long.parseLong(row.group(1)))
                .toList();
    }

    private static List<String> starts(LintelProcess lintel) throws IOException {
        return lintel.log()
                .lines()
                .filter(line -> line.contains("event=STARTED"))
                .toList();
    }
}
