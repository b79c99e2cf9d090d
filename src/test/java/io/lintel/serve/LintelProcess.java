package io.lintel.serve;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, as a user starts it: {@code ./lintel}, in the {@link Edition} under test. */
public final class LintelProcess implements AutoCloseable {

    /** What a finished command said. */
    public record Answer(int exitCode, String out) {}

    private final Path settings;
    private final Path log;
    private final int port;
    private List<String> wrapper = List.of();
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    /** @param folder for the database, the settings and the log; kept from start to start */
    public LintelProcess(Path folder, String... settingLines) throws IOException {
        settings = folder.resolve("lintel.properties");
        log = folder.resolve("lintel.log");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> lines = new ArrayList<>(List.of(settingLines));
        lines.add("lintel.data.folder=" + folder.resolve("data"));
        lines.add("lintel.web.port=" + port);
        Files.write(settings, lines);
    }

    /** @param command that starts the program given behind it, in its own place. @return this */
    LintelProcess wrappedIn(String... command) {
        wrapper = List.of(command);
        return this;
    }

    long pid() {
        return process.pid();
    }

    /** A variable of the environment of each start from here on. @return this */
    public LintelProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public void serve() throws IOException {
        process = lintel("serve")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Starts, and waits until recognition is on. @return this */
    public LintelProcess serveUntilReady() throws IOException {
        serve();
        return untilReady();
    }

    /** Waits until recognition is on. @return this */
    LintelProcess untilReady() {
        await("recognition")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> status("/q/health/ready") == 200);
        return this;
    }

    public Answer command(String... words) throws IOException, InterruptedException {
        Process run = lintel(words).redirectErrorStream(true).start();
        String out = new String(run.getInputStream().readAllBytes());
        return new Answer(run.waitFor(), out);
    }

    /** The same, with something to read. */
    public Answer commandReading(Path input, String... words) throws IOException, InterruptedException {
        Process run = lintel(words)
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .start();
        String out = new String(run.getInputStream().readAllBytes());
        return new Answer(run.waitFor(), out);
    }

    private ProcessBuilder lintel(String... words) {
        List<String> command = new ArrayList<>(wrapper);
        command.add("./lintel");
        command.addAll(List.of(words));
        command.addAll(List.of("--config", settings.toString()));
        ProcessBuilder lintel = new ProcessBuilder(command);
        lintel.environment().putAll(environment);
        lintel.environment().put("LINTEL_EDITION", Edition.underTest().word());
        return lintel;
    }

    /** Where this program answers, such as {@code http://localhost:40123}. */
    public String address() {
        return "http://localhost:" + port;
    }

    /** All that has been logged since the first start. */
    public String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    public int status(String path) {
        return get(path).statusCode();
    }

    public String page(String path) {
        return get(path).body();
    }

    /** @return the first line of an endless answer that contains these words */
    public String firstLine(String path, String words) throws IOException {
        try (InputStream stream = url(path).toURL().openStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(words)) {
                    return line;
                }
            }
            throw new AssertionError(path + " ended without " + words);
        }
    }

    private URI url(String path) {
        return URI.create(address() + path);
    }

    private HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(url(path)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}: no chance to say goodbye. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until it has ended by itself. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("lintel did not end within 60 s");
        }
        return process.exitValue();
    }

    /** {@code kill}: an orderly stop. @return the exit code */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("lintel did not stop within 20 s");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            kill();
        }
    }
}
