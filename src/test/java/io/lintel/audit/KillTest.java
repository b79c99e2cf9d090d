package io.lintel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lintel.storage.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    private static final int KILLS = 10;

    @TempDir
    Path folder;

    @Test
    void killedAtAnyMomentNoAcknowledgedRowIsLost() throws Exception {
        Path file = folder.resolve("lintel.db");
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = appendAndKill(file, 1 + random.nextInt(50), random.nextInt(2000));

            try (TestDatabase opened = TestDatabase.open(file)) {
                AuditLog log = new AuditLog(opened.database(), InstantSource.system());
                AuditCheck check = log.check();
                assertThat(check.isComplete()).isTrue();
                assertThat(check.last()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(log.verify(List.of(), null).findings()).isEmpty();
            }
        }
    }

    /** @return the last number that the process has printed before it died */
    private static long appendAndKill(Path file, int rows, int spin) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendForEver.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            for (int seen = 0; line != null; line = out.readLine()) {
                if (line.matches("\\d+")) {
                    last = Long.parseLong(line);
                    if (++seen == rows) {
                        for (int i = 0; i < spin; i++) {
                            Thread.onSpinWait(); // so that the kill does not always meet the same instruction
                        }
                        process.toHandle().destroyForcibly(); // unlike Process.destroyForcibly it leaves the pipe open
                    }
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(last).as("the process wrote at all").isPositive();
        return last;
    }
}
