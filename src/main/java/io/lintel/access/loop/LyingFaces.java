package io.lintel.access.loop;

import io.lintel.camera.PictureOrientation;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.system.NativeLibraries;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.opencv.core.Mat;

/**
 * Notices that a camera is mounted on its side or on its head: faces are then not found, or too unclear to be compared, and nothing at all
 * would happen. While no clear upright face is found, the detector also looks at a turned picture every two seconds (one detection more to the
 * ten of an idle loop), and three times a second while it finds unclear faces. Used by the loop's thread; {@link #suggestion} by any.
 */
public final class LyingFaces implements AutoCloseable {

    /** Without a clear upright face for so long, turned pictures are looked at. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private static final long WHILE_EMPTY = TimeUnit.SECONDS.toNanos(2);
    private static final long WHILE_SOMEBODY_IS_THERE = TimeUnit.MILLISECONDS.toNanos(300);

    /** Looks in a row that find a clear face in the turned picture, over a second: nobody holds their head like that by chance. */
    private static final int ENOUGH = 4;

    /** Degrees from upright up to which a face can be one that stands. */
    private static final double LYING = 60;

    /**
     * Score of the detector: stills of the demo have 0.88 to 0.97 upright, 0.48 to 0.76 on their side, and up to 0.60 on their head, where some
     * are found as if they stood.
     */
    private static final double CLEAR = 0.8;

    private static final int[] TURNS = {90, 270, 180};

    private final IntConsumer changed;
    private final Mat turned;
    private boolean began;
    private long uprightNanos;
    private long nextNanos;
    private int next;
    private int found;
    private volatile int suggestion;

    /** @param changed told of each new {@link #suggestion}, on the loop's thread: must return at once */
    public LyingFaces(IntConsumer changed) {
        NativeLibraries.loadOpenCv();
        this.changed = changed;
        this.turned = new Mat();
    }

    /** By how many degrees, clockwise, the pictures are to be turned so that their faces stand upright; 0 if they do, or none came. */
    public int suggestion() {
        return suggestion;
    }

    /** @param faces that the analyzer has found in the picture */
    void look(FaceAnalyzer analyzer, Mat picture, List<Face> faces, long now) {
        if (!began) {
            began = true;
            uprightNanos = now;
        }
        if (faces.stream().anyMatch(LyingFaces::isClear)) {
            uprightNanos = now;
            found = 0;
            suggest(0);
        } else if (now - uprightNanos > PATIENCE && now - nextNanos >= 0) {
            boolean shown = isClearWhenTurned(analyzer, picture);
            nextNanos = now + (shown || !faces.isEmpty() ? WHILE_SOMEBODY_IS_THERE : WHILE_EMPTY);
            note(shown);
        }
    }

    private boolean isClearWhenTurned(FaceAnalyzer analyzer, Mat picture) {
        new PictureOrientation(TURNS[next], false).turn(picture, turned);
        return analyzer.find(turned).stream().anyMatch(LyingFaces::isClear);
    }

    private void note(boolean shown) {
        if (!shown) {
            found = 0;
            next = (next + 1) % TURNS.length;
        } else if (++found >= ENOUGH) {
            suggest(TURNS[next]);
        }
    }

    private void suggest(int degrees) {
        if (degrees != suggestion) {
            suggestion = degrees;
            changed.accept(degrees);
        }
    }

    private static boolean isClear(Face face) {
        return face.score() >= CLEAR && Math.abs(face.pose().roll()) < LYING;
    }

    @Override
    public void close() {
        turned.release();
    }
}
