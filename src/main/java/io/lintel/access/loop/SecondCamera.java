package io.lintel.access.loop;

import io.lintel.camera.Frame;
import io.lintel.face.BoundingBox;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.QualityFlaw;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * A second camera beside the first, infrared or depth: a live face must be seen by both in the same place at the same moment. Fails
 * closed: without a picture of its own of that moment it agrees to nothing. Looks at the second picture only when the loop asks,
 * so it costs nothing while nobody is near. Used by the loop's thread.
 */
public final class SecondCamera implements SecondEye {

    private static final System.Logger LOG = System.getLogger(SecondCamera.class.getName());

    private static final Set<QualityFlaw> BADLY_LIT =
            EnumSet.of(QualityFlaw.TOO_DARK, QualityFlaw.TOO_BRIGHT, QualityFlaw.LOW_CONTRAST, QualityFlaw.BLURRED);

    /** How much larger or smaller a face may be in the second picture, as a share of its width. */
    private static final double LARGEST_SCALING = 2;

    private final FrameSource frames;
    private final FaceAnalyzer analyzer;
    private final SecondCameraSettings settings;
    private final FaceRelief relief = new FaceRelief();
    private @Nullable Frame last;

    /** @param analyzer may be the first camera's own: both are used by the loop's thread */
    public SecondCamera(FrameSource frames, FaceAnalyzer analyzer, SecondCameraSettings settings) {
        this.frames = frames;
        this.analyzer = analyzer;
        this.settings = settings;
    }

    @Override
    public Agreement look(Frame frame, Face face) {
        try {
            return picture(frame.capturedNanos())
                    .map(second -> check(frame.pixels(), face, second.pixels()))
                    .orElse(Agreement.ABSENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Agreement.ABSENT;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "second camera: its picture could not be looked at", e);
            return Agreement.ABSENT;
        } finally {
            giveBack();
        }
    }

    /** The newest picture, if it is of the same moment; waits for one at most as long as it may be apart. */
    private Optional<Frame> picture(long capturedNanos) throws InterruptedException {
        Frame taken = frames.take(settings.window());
        last = taken;
        if (taken == null) {
            return Optional.empty();
        }
        long apart = Math.abs(taken.capturedNanos() - capturedNanos);
        return apart <= settings.window().toNanos() ? Optional.of(taken) : Optional.empty();
    }

    private void giveBack() {
        Frame lent = last;
        last = null;
        if (lent != null) {
            lent.close();
        }
    }

    private Agreement check(Mat first, Face face, Mat second) {
        boolean live = switch (settings.kind()) {
            case INFRARED -> isSeen(first, face, second);
            case DEPTH -> relief.of(second, place(first, face, second)) >= settings.leastRelief();
        };
        return live ? Agreement.AGREES : Agreement.DISAGREES;
    }

    private boolean isSeen(Mat first, Face face, Mat second) {
        BoundingBox expected = place(first, face, second);
        List<Face> there = analyzer.find(second).stream()
                .filter(found -> distance(found.box(), expected) <= settings.tolerance() * second.cols())
                .filter(found -> scaling(found.box(), expected) <= LARGEST_SCALING)
                .toList();
        return there.stream()
                .min(Comparator.comparingDouble(found -> distance(found.box(), expected)))
                .filter(found -> analyzer.assess(second, found).flaws().stream().noneMatch(BADLY_LIT::contains))
                .isPresent();
    }

    /** Where the face should be in a picture that may have another size. */
    private static BoundingBox place(Mat first, Face face, Mat second) {
        float x = (float) second.cols() / first.cols();
        float y = (float) second.rows() / first.rows();
        BoundingBox box = face.box();
        return new BoundingBox(box.x() * x, box.y() * y, box.width() * x, box.height() * y);
    }

    private static double distance(BoundingBox a, BoundingBox b) {
        return Math.hypot(a.centreX() - b.centreX(), a.centreY() - b.centreY());
    }

    private static double scaling(BoundingBox a, BoundingBox b) {
        double ratio = (a.width() + 1.0) / (b.width() + 1.0);
        return Math.max(ratio, 1 / ratio);
    }
}
