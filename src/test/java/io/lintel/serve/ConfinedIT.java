package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * With a read-only root, a noexec temporary folder, no home and a user of its own, Lintel works, unpacks nothing and changes nothing
 * outside its data folder: {@code src/test/sh/confined} traces it.
 */
class ConfinedIT {

    @Test
    void nothingIsWrittenOutsideTheDataFolder() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: only root can confine a process so");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "skipped: strace is not installed");
        assumeTrue(
                Files.exists(Path.of("models/mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
        String edition = Edition.underTest().word();
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "confined-" + edition);
        Process confined = new ProcessBuilder(
                        "src/test/sh/confined", data.toString(), edition, String.valueOf(freePort()))
                .redirectErrorStream(true)
                .start();
        String said = new String(confined.getInputStream().readAllBytes());
        int exitCode = confined.waitFor();

        assumeTrue(exitCode != 77, () -> "skipped: " + said.lines().toList().getLast());
        assertThat(exitCode).as(said).isZero();
        assertThat(said).contains("changed, or tried to, outside the data folder: 0");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
