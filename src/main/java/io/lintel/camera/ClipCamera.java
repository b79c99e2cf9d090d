package io.lintel.camera;

import io.lintel.system.MonotonicClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.videoio.VideoCapture;
import org.opencv.videoio.Videoio;

/**
 * Plays MJPEG AVI clips one after the other, each at its own pace. OpenCV's own reader is enough for these, so the demo
 * needs no ffmpeg.
 */
final class ClipCamera implements Camera {

    /** Pictures per second of a clip whose header names no rate. */
    private static final double FALLBACK_RATE = 15;

    private final String name;
    private final Supplier<List<Path>> playlist;
    private final CameraSettings settings;
    private final Pacer pacer;
    private final PictureNormalizer normalizer;
    private final Mat raw = new Mat();
    private final VideoCapture reader = new VideoCapture();
    private final DeferredRelease natives = new DeferredRelease(this::free);
    private List<Path> clips = List.of();
    private int next;
    private Duration interval = Duration.ZERO;
    private volatile @Nullable Path playing;

    /** @param playlist the clips, at least one, in the order of playing; asked for when the camera is opened */
    ClipCamera(String name, Supplier<List<Path>> playlist, CameraSettings settings, MonotonicClock clock) {
        this.name = name;
        this.playlist = playlist;
        this.settings = settings;
        this.pacer = new Pacer(clock);
        this.normalizer = new PictureNormalizer(settings.longestSide());
    }

    @Override
    public void open() {
        clips = playlist.get();
        natives.inside(this::openNext);
    }

    @Override
    public void read(Mat into) {
        natives.inside(() -> readPaced(into));
    }

    private void readPaced(Mat into) {
        if (!pacer.await(settings.realTime() ? interval : Duration.ZERO)) {
            throw new CameraException(name + " was closed", "start it again");
        }
        if (!reader.read(raw)) {
            openNext();
            reader.read(raw);
        }
        normalizer.normalize(raw, into);
    }

    private void openNext() {
        if (next == clips.size() && !settings.repeat()) {
            throw CameraException.endOf(name);
        }
        Path clip = clips.get(next % clips.size());
        next = next % clips.size() + 1;
        playing = clip;
        if (!Files.isReadable(clip) || !reader.open(clip.toString(), Videoio.CAP_OPENCV_MJPEG)) {
            throw new CameraException(
                    "the clip " + clip + " is missing, damaged or not MJPEG", "restore it from the installation");
        }
        double rate = reader.get(Videoio.CAP_PROP_FPS);
        interval = Duration.ofNanos(Math.round(1e9 / (rate > 0 ? rate : FALLBACK_RATE)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CameraKind kind() {
        return CameraKind.DEMO;
    }

    @Override
    public Optional<String> clip() {
        return Optional.ofNullable(playing).map(clip -> FileNames.stem(clip));
    }

    @Override
    public void close() {
        pacer.close();
        natives.close();
    }

    private void free() {
        reader.release();
        raw.release();
        normalizer.close();
    }
}
