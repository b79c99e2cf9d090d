package io.lintel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program in a network of its own that leads nowhere: the kernel counts each packet and connection that found no way out, whatever
 * the protocol.
 */
class NothingLeavesTheBoxIT {

    @TempDir
    Path folder;

    @BeforeEach
    void canMakeANetwork() throws Exception {
        assumeTrue(
                Files.exists(Path.of("models/mobilefacenet.onnx")),
                "skipped: the face models are not in models/ (make models)");
        Process trial = new ProcessBuilder(alone("true")).start();
        assumeTrue(trial.waitFor() == 0, "skipped: needs ip and unshare, and to be root");
    }

    @Test
    void aDoorAtWorkSendsNothing() throws Exception {
        assertThat(attemptsAfterAGrantAndADenial()).isZero();
    }

    /** The counter counts: without this the other test could not fail. */
    @Test
    void aReceiverThatIsSetIsSentTo() throws Exception {
        Path secret = Files.createFile(
                folder.resolve("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));

        assertThat(attemptsAfterAGrantAndADenial(
                        "lintel.alarm.webhook.url=http://192.0.2.1/",
                        "lintel.alarm.webhook.secret-file=" + secret,
                        "lintel.alarm.events=everything"))
                .isPositive();
    }

    private long attemptsAfterAGrantAndADenial(String... settings) throws Exception {
        String[] lines = Arrays.copyOf(settings, settings.length + 1);
        lines[settings.length] = "lintel.camera.source=demo";
        try (LintelProcess lintel = new LintelProcess(folder, lines).wrappedIn(alone())) {
            lintel.serve();
            await("a grant and a denial")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> lintel.log().contains("decision=granted")
                            && lintel.log().contains("decision=spoof"));
            return attempts(lintel.pid());
        }
    }

    private static String[] alone(String... command) {
        List<String> words =
                new ArrayList<>(List.of("unshare", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh"));
        words.addAll(List.of(command));
        return words.toArray(String[]::new);
    }

    /** What had no route: {@code OutNoRoutes} of IPv4 and IPv6 (RFC 4293) in the network of a process. */
    private static long attempts(long pid) throws IOException {
        List<String> four = Files.readAllLines(Path.of("/proc/" + pid + "/net/snmp")).stream()
                .filter(line -> line.startsWith("Ip:"))
                .toList();
        int place = Arrays.asList(four.get(0).split(" ")).indexOf("OutNoRoutes");
        long six = Files.readAllLines(Path.of("/proc/" + pid + "/net/snmp6")).stream()
                .filter(line -> line.startsWith("Ip6OutNoRoutes"))
                .mapToLong(line -> Long.parseLong(line.split("\\s+")[1]))
                .sum();
        return Long.parseLong(four.get(1).split(" ")[place]) + six;
    }
}
