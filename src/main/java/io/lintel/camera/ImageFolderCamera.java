package io.lintel.camera;

import io.lintel.system.MonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/**
 * Shows the pictures of a folder by name, each for a second as if somebody stood still. A file that is not a picture is
 * one garbage frame and is named in the log.
 */
final class ImageFolderCamera implements Camera {

    private static final System.Logger LOG = System.getLogger(ImageFolderCamera.class.getName());
    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "bmp", "webp");

    /** Bytes; larger files are no photos. */
    private static final long LARGEST = 64L << 20;

    private final Path folder;
    private final CameraSettings settings;
    private final Pacer pacer;
    private final PictureNormalizer normalizer;
    private final Mat shown = new Mat();
    private final DeferredRelease natives = new DeferredRelease(this::free);
    private List<Path> pictures = List.of();
    private int next;
    private int showings;
    private volatile @Nullable Path showing;

    ImageFolderCamera(Path folder, CameraSettings settings, MonotonicClock clock) {
        this.folder = folder;
        this.settings = settings;
        this.pacer = new Pacer(clock);
        this.normalizer = new PictureNormalizer(settings.longestSide());
    }

    @Override
    public void open() {
        try {
            pictures = FileNames.in(folder, ENDINGS);
        } catch (IOException e) {
            throw new CameraException("there is no folder " + folder, "create it, or correct the camera's address", e);
        }
        if (pictures.isEmpty()) {
            throw new CameraException("no pictures in " + folder, "put jpg, png, bmp or webp files there");
        }
    }

    @Override
    public void read(Mat into) {
        natives.inside(() -> readPaced(into));
    }

    private void readPaced(Mat into) {
        Duration interval = Duration.ofSeconds(1).dividedBy(settings.framesPerSecond());
        if (!pacer.await(settings.realTime() ? interval : Duration.ZERO)) {
            throw new CameraException(name() + " was closed", "start it again");
        }
        if (showings == 0) {
            loadNext();
        }
        showings = Math.max(0, showings - 1);
        shown.copyTo(into);
    }

    private void loadNext() {
        if (next == pictures.size() && !settings.repeat()) {
            throw CameraException.endOf(name());
        }
        Path picture = pictures.get(next % pictures.size());
        next = next % pictures.size() + 1;
        showing = picture;
        load(picture);
        if (shown.empty()) {
            LOG.log(System.Logger.Level.WARNING, "camera picture={0} state=unreadable", picture);
        } else {
            showings = settings.framesPerSecond();
        }
    }

    private void load(Path picture) {
        shown.release();
        try {
            if (Files.size(picture) > 0 && Files.size(picture) <= LARGEST) {
                MatOfByte bytes = new MatOfByte(Files.readAllBytes(picture));
                Mat decoded = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_COLOR);
                normalizer.normalize(decoded, shown);
                decoded.release();
                bytes.release();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "camera picture=" + picture + " reason=" + e.getMessage());
        }
    }

    @Override
    public String name() {
        return "pictures in " + folder;
    }

    @Override
    public Optional<String> clip() {
        return Optional.ofNullable(showing).map(FileNames::last);
    }

    @Override
    public void close() {
        pacer.close();
        natives.close();
    }

    private void free() {
        shown.release();
        normalizer.close();
    }
}
