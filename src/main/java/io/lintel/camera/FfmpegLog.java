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

    private static final Pattern INPUT = Pattern.compile(".*Input #0, .*");
    private static final Pattern DECODED =
            Pattern.compile(".*\\[graph 0 input from stream .*\\bw:(\\d{1,5}) h:(\\d{1,5})\\b.*");

    /**
     * RTSP's answers (RFC 2326, 11.3) of a camera that does not speak the transport it was asked for. 461 is the right one; others are what
     * cameras answer instead.
     */
    private static final Pattern TRANSPORT_REFUSED =
            Pattern.compile(".*method SETUP failed: (?:400|405|406|451|459|461|500|501|551)\\b.*");

    private final InputStream lines;
    private final FfmpegInput input;
    private final CompletableFuture<PictureSize> size = new CompletableFuture<>();
    private boolean outputDescribed;
    private volatile @Nullable String lastError;
    private volatile boolean inputDescribed;
    private volatile boolean transportRefused;
    private volatile @Nullable PictureSize decoded;
    private volatile @Nullable PictureSize changed;

    FfmpegLog(InputStream lines, FfmpegInput input) {
        this.lines = lines;
        this.input = input;
    }

    /** Completed with null's place taken by an exception when ffmpeg ends before its first picture. */
    CompletableFuture<PictureSize> size() {
        return size;
    }

    /** Whether the source sends something that ffmpeg knows, even if it cannot be decoded yet. */
    boolean isInputDescribed() {
        return inputDescribed;
    }

    /** Whether the camera does not send its pictures the way it was asked to. */
    boolean isTransportRefused() {
        return transportRefused;
    }

    /** What the stream's pictures have become, other than they were at first; null while they are the same. */
    @Nullable
    PictureSize changed() {
        return changed;
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
        transportRefused |= TRANSPORT_REFUSED.matcher(line).matches();
        Matcher error = ERROR.matcher(line);
        if (error.matches()) {
            String message = COMPONENT.matcher(error.group(1)).replaceFirst("");
            String prefix = input.location() + ": ";
            lastError = input.scrub(message.startsWith(prefix) ? message.substring(prefix.length()) : message);
        } else if (line.contains("[graph 0 input from stream")) {
            decodes(line);
        } else if (!inputDescribed && INPUT.matcher(line).matches()) {
            inputDescribed = true;
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

    /** ffmpeg sets its filters up anew when the stream's picture changes; what they write keeps the first size, stretched. */
    private void decodes(String line) {
        Matcher described = DECODED.matcher(line);
        if (described.matches()) {
            PictureSize now =
                    new PictureSize(Integer.parseInt(described.group(1)), Integer.parseInt(described.group(2)));
            if (decoded == null) {
                decoded = now;
            } else if (!now.equals(decoded)) {
                changed = now;
            }
        }
    }
}
