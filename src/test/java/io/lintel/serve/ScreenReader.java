package io.lintel.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A door screen without a picture: notes when which scene came. */
public final class ScreenReader implements AutoCloseable {

    /** @param at when the line was read, wall clock */
    public record Shown(Instant at, String scene) {}

    private final List<Shown> shown = new CopyOnWriteArrayList<>();
    private final InputStream stream;
    private final Thread thread;

    /** @param rest after each scene: a slow screen */
    public ScreenReader(LintelProcess lintel, Duration rest) throws IOException {
        stream = URI.create(lintel.address() + "/door/events").toURL().openStream();
        thread = Thread.ofPlatform().daemon().name("screen-reader").start(() -> read(rest));
    }

    private void read(Duration rest) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    shown.add(new Shown(Instant.now(), line.substring("data:".length())));
                    Thread.sleep(rest);
                }
            }
        } catch (IOException | InterruptedException e) {
            // closed
        }
    }

    public List<Shown> shown() {
        return List.copyOf(shown);
    }

    /** How long after this moment a welcome for this person came; empty if none did within 25 s, before they may come again. */
    public Optional<Duration> untilWelcome(String name, Instant decided) {
        return shown.stream()
                .filter(each -> !each.at().isBefore(decided) && each.at().isBefore(decided.plusSeconds(25)))
                .filter(each ->
                        each.scene().contains("\"welcome\"") && each.scene().contains("\"" + name + "\""))
                .findFirst()
                .map(each -> Duration.between(decided, each.at()));
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        stream.close();
    }
}
