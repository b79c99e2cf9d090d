package io.lintel.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Listens to what ffmpeg says, so that it never blocks on a full pipe: the size of the pictures that it is going to
 * write, and the last error, which is why it ended.
 */
final class FfmpegLog implements Runnable {

    private static final Pattern ERROR = Pattern.compile(".*\\[(?:error|fatal|panic)] *(.*)");
    private static final Pattern COMPONENT = Pattern.compile("^\\[[^]]*] *");
    private static final Pattern OUTPUT = Pattern.compile(".*Output #0, rawvideo.*");
    private static final Pattern SIZE = Pattern.compile(".*Video: rawvideo.*?, (\\d{1,5})x(\\d{1,5})\\b.*");

    private final InputStream lines;
    private final FfmpegInput input;
    private final CompletableFuture<PictureSize> size = new CompletableFuture<>();
    private boolean outputDescribed;
    private volatile @Nullable String lastError;

    FfmpegLog(InputStream lines, FfmpegInput input) {
        this.lines = lines;
        this.input = input;
    }

    /** Completed with null's place taken by an exception when ffmpeg ends before its first picture. */
    CompletableFuture<PictureSize> size() {
        return size;
    }

    /** Without addresses' secrets; null if it named none. */
    @Nullable
    String lastError() {
        return lastError;
    }

    @Override
    public void run() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            // the pipe of a killed child: there is nothing more to hear, which the caller learns below
            lastError = lastError == null ? e.getMessage() : lastError;
        } finally {
            size.completeExceptionally(new IllegalStateException("ffmpeg ended before its first picture"));
        }
    }

    private void heard(String line) {
        Matcher error = ERROR.matcher(line);
        if (error.matches()) {
            String message = COMPONENT.matcher(error.group(1)).replaceFirst("");
            String prefix = input.location() + ": ";
            lastError = input.scrub(message.startsWith(prefix) ? message.substring(prefix.length()) : message);
        } else if (!outputDescribed && OUTPUT.matcher(line).matches()) {
            outputDescribed = true;
        } else if (outputDescribed && !size.isDone()) {
            Matcher described = SIZE.matcher(line);
            if (described.matches()) {
                size.complete(
                        new PictureSize(Integer.parseInt(described.group(1)), Integer.parseInt(described.group(2))));
            }
        }
    }
}
