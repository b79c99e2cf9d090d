package io.lintel.access.loop;

import io.lintel.access.loop.SecondCameraSettings.Kind;
import io.lintel.access.loop.SecondCameraSettings.WithoutAnswer;
import io.lintel.access.loop.SecondCameraSilence.Cause;
import io.lintel.camera.Frame;
import io.lintel.face.BoundingBox;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.depth.Darkness;
import io.lintel.face.depth.ExpectedFace;
import io.lintel.face.depth.FaceRelief;
import io.lintel.face.depth.InfraredFace;
import io.lintel.system.MonotonicClock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/**
 * A second camera beside the first, infrared or depth: a live face must be seen by both in the same place at the same moment. Fails
 * closed: without a picture of its own of that moment it agrees to nothing. Looks at the second picture only when the loop asks,
 * so it costs nothing while nobody is near. Used by the loop's thread.
 */
public final class SecondCamera implements SecondCameraCheck {

    private static final System.Logger LOG = System.getLogger(SecondCamera.class.getName());

    private final FrameSource frames;
    private final InfraredFace infrared;
    private final SecondCameraSettings settings;
    private final FaceRelief relief = new FaceRelief();
    private final MonotonicClock clock;
    private final SecondCameraSilence silence;
    private @Nullable Frame last;
    private boolean sawDarkness;

    /**
     * @param analyzer may be the first camera's own: both are used by the loop's thread
     * @param silence told of each question that gets no answer
     */
    public SecondCamera(
            FrameSource frames,
            FaceAnalyzer analyzer,
            SecondCameraSettings settings,
            MonotonicClock clock,
            SecondCameraSilence silence) {
        this.frames = frames;
        this.infrared = new InfraredFace(analyzer, settings.tolerance());
        this.settings = settings;
        this.clock = clock;
        this.silence = silence;
    }

    @Override
    public Agreement verify(Frame frame, Face face) {
        try {
            Optional<Frame> second = picture(frame.capturedNanos());
            if (second.isEmpty()) {
                return unanswered();
            }
            silence.ended();
            return check(frame.pixels(), face, second.get().pixels());
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

    private Agreement unanswered() {
        silence.noted(sawDarkness ? Cause.DARK : Cause.NO_PICTURE, clock.nanos());
        boolean firstDecides = settings.withoutAnswer() == WithoutAnswer.FIRST_CAMERA && silence.lasting() != null;
        return firstDecides ? Agreement.AGREES : Agreement.ABSENT;
    }

    /**
     * The first picture of the same moment that shows something; waits for one at most as long as it may be apart, and not at all for a camera
     * that has been silent for long: what it shows now counts.
     */
    private Optional<Frame> picture(long capturedNanos) throws InterruptedException {
        long window = settings.window().toNanos();
        long deadline = clock.nanos() + (silence.lasting() == null ? window : 0);
        sawDarkness = false;
        do {
            Frame taken = frames.take(Duration.ofNanos(Math.max(0, deadline - clock.nanos())));
            if (taken == null) {
                break;
            }
            last = taken;
            if (showsSomething(taken) && Math.abs(taken.capturedNanos() - capturedNanos) <= window) {
                return Optional.of(taken);
            }
            giveBack();
        } while (deadline - clock.nanos() > 0);
        return Optional.empty();
    }

    /** A pulsed light leaves pictures between its flashes dark. Depth has no light: black is "not measured" there. */
    private boolean showsSomething(Frame taken) {
        boolean dark = settings.kind() == Kind.INFRARED && Darkness.fills(taken.pixels());
        sawDarkness |= dark;
        return !dark;
    }

    private void giveBack() {
        Frame lent = last;
        last = null;
        if (lent != null) {
            lent.close();
        }
    }

    private Agreement check(Mat first, Face face, Mat second) {
        BoundingBox expected = ExpectedFace.in(second, face.box(), first);
        boolean live = switch (settings.kind()) {
            case INFRARED -> infrared.isSeen(second, expected);
            case DEPTH -> relief.of(second, expected) >= settings.leastRelief();
        };
        return live ? Agreement.AGREES : Agreement.DISAGREES;
    }
}
