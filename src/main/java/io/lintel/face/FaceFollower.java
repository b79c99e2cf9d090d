package io.lintel.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Mat;

/**
 * Finds the faces of a stream. Between two looks of the detector each mesh is led on from its own last place, as MediaPipe's graphs do,
 * which saves the detector, the larger half of finding. Whenever a face is lost, the detector looks at that very frame. One thread at a time.
 */
final class FaceFollower {

    /** By how much later a newcomer may be seen beside somebody who is followed. */
    private static final long DETECT_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    private final FaceFinder finder;
    private List<Face> last = List.of();
    private long detectedNanos;
    private int width;
    private int height;

    FaceFollower(FaceFinder finder) {
        this.finder = finder;
    }

    /** @param capturedNanos when the picture was taken, by the clock of all pictures of the stream @return the largest first */
    List<Face> find(Mat picture, long capturedNanos) {
        last = follow(picture, capturedNanos).orElseGet(() -> detect(picture, capturedNanos));
        return last;
    }

    private List<Face> detect(Mat picture, long capturedNanos) {
        detectedNanos = capturedNanos;
        width = picture.cols();
        height = picture.rows();
        return finder.find(picture);
    }

    /** @return empty where the detector has to look */
    private Optional<List<Face>> follow(Mat picture, long capturedNanos) {
        long since = capturedNanos - detectedNanos;
        if (last.isEmpty()
                || since < 0
                || since >= DETECT_EVERY
                || picture.cols() != width
                || picture.rows() != height) {
            return Optional.empty();
        }
        List<Face> followed = new ArrayList<>();
        for (Face face : last) {
            Optional<Face> now = finder.follow(picture, face, followed);
            if (now.isEmpty()) {
                return Optional.empty();
            }
            followed.add(now.get());
        }
        return Optional.of(FaceFinder.largestFirst(followed));
    }
}
