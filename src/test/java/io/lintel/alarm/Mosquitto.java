package io.lintel.alarm;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A real Mosquitto, from Debian's package, with a user and a password. */
final class Mosquitto implements AutoCloseable {

    static final String USER = "door";
    static final String PASSWORD = "knock knock";

    private final Path config;
    private final Path log;
    private final int port;
    private Process process;

    Mosquitto(Path folder) throws IOException, InterruptedException {
        String broker = program("mosquitto");
        port = freePort();
        log = folder.resolve("mosquitto.log");
        config = folder.resolve("mosquitto.conf");
        Path passwords = folder.resolve("passwords");
        // as root Mosquitto becomes another user, which cannot read this test's files
        Files.writeString(config, """
                listener %d 127.0.0.1
                allow_anonymous false
                password_file %s
                user root
                """.formatted(port, passwords));
        run(program("mosquitto_passwd"), "-b", "-c", passwords.toString(), USER, PASSWORD);
        process = start(broker);
    }

    URI address() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    /** Ends it without a word to anybody, like a power cut. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void restart() throws IOException {
        process = start(program("mosquitto"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Process start(String broker) throws IOException {
        Process started = new ProcessBuilder(broker, "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        await().until(this::answers);
        return started;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(List.of(command) + " ended with " + exit);
        }
    }

    private static String program(String name) {
        List<Path> found = Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!found.isEmpty(), name + " is not installed (apt-get install mosquitto): MQTT is not tested");
        return found.getFirst().toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
