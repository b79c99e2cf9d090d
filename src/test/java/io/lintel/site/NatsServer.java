package io.lintel.site;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real nats-server with JetStream, from Debian's package. */
public final class NatsServer implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final @Nullable Path configuration;
    private Process process;

    NatsServer(Path folder) throws IOException {
        this(folder, freePort(), null);
    }

    /** @param configuration file that names the port; null for a server without one, which lets everybody in */
    public NatsServer(Path folder, int port, @Nullable Path configuration) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.port = port;
        this.configuration = configuration;
        process = start();
    }

    String address() {
        return "nats://127.0.0.1:" + port;
    }

    /** A client that comes back by itself. */
    Connection connect(String name) {
        try {
            return Nats.connect(Options.builder()
                    .server(address())
                    .connectionName(name)
                    .maxReconnects(-1)
                    .reconnectWait(Duration.ofMillis(50))
                    .connectionTimeout(Duration.ofSeconds(2))
                    .errorListener(new io.nats.client.ErrorListener() {})
                    .build());
        } catch (IOException | InterruptedException e) {
            throw new io.lintel.system.LintelException("The server does not answer: " + e.getMessage(), "wait");
        }
    }

    /** Ends it without a word to anybody, like a power cut. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void restart() throws IOException {
        process = start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process start() throws IOException {
        Process started = configuration != null
                ? begin(program(), "-c", configuration.toString())
                : begin(
                        program(),
                        "-a",
                        "127.0.0.1",
                        "-p",
                        "" + port,
                        "-js",
                        "-sd",
                        folder.resolve("data").toString());
        await().until(this::answers);
        return started;
    }

    private Process begin(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Below those that the system gives to clients: one that tries to connect to a port of theirs while no server listens may reach itself. */
    public static int freePort() throws IOException {
        while (true) {
            int port = 20_000 + ThreadLocalRandom.current().nextInt(10_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // the next one
            }
        }
    }

    private static String program() {
        List<Path> found = Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
                .map(each -> Path.of(each, "nats-server"))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(
                !found.isEmpty(), "nats-server is not installed (apt-get install nats-server): sites are not tested");
        return found.getFirst().toString();
    }
}
