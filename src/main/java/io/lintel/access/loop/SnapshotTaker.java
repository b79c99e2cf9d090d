package io.lintel.access.loop;

import io.lintel.access.AccessEvent;
import io.lintel.camera.Frame;
import io.lintel.face.BoundingBox;
import io.lintel.system.JpegEncoder;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Keeps the picture of each recorded decision, with a frame around the face that was decided about. The vision thread pays for a
 * copy at screen size only; a thread of its own does the rest, and a picture that comes while four are at work is left out.
 */
public final class SnapshotTaker implements DecisionFrameListener, AutoCloseable {

    /** Takes a picture for a row of the log. May take its time, and throw. */
    @FunctionalInterface
    public interface Album {
        void keep(long auditRow, byte[] jpeg);
    }

    private static final System.Logger LOG = System.getLogger(SnapshotTaker.class.getName());
    private static final int MOST_AT_WORK = 4;
    private static final int LONGEST_SIDE = 640;
    private static final int QUALITY = 80;
    private static final Scalar WHITE = new Scalar(255, 255, 255);

    private record Shot(long row, Mat picture, BoundingBox face) {}

    private final Album album;
    private final BlockingQueue<Shot> waiting = new ArrayBlockingQueue<>(MOST_AT_WORK);
    private final JpegEncoder encoder = new JpegEncoder(QUALITY);
    /** Made once: in a native image nothing frees the native header of a dropped one. The one used last comes first. */
    private final BlockingDeque<Mat> spares =
            Stream.generate(Mat::new).limit(MOST_AT_WORK).collect(Collectors.toCollection(LinkedBlockingDeque::new));

    private final Thread thread = Thread.ofPlatform().daemon().name("snapshots").unstarted(this::develop);

    public SnapshotTaker(Album album) {
        this.album = album;
    }

    public void start() {
        thread.start();
    }

    @Override
    public void onDecision(Frame frame, BoundingBox face, AccessEvent.Decided decided) {
        Mat copy = decided.auditRow().isEmpty() ? null : spares.pollFirst();
        if (copy == null) {
            return;
        }
        double scale = JpegEncoder.fittingScale(frame.pixels(), LONGEST_SIDE);
        JpegEncoder.scale(frame.pixels(), scale, copy);
        float by = (float) scale;
        BoundingBox box = new BoundingBox(face.x() * by, face.y() * by, face.width() * by, face.height() * by);
        waiting.add(new Shot(decided.auditRow().getAsLong(), copy, box));
    }

    private void develop() {
        try {
            while (true) {
                develop(waiting.take());
            }
        } catch (InterruptedException e) {
            waiting.forEach(shot -> shot.picture().release());
            spares.forEach(Mat::release);
            encoder.close();
        }
    }

    private void develop(Shot shot) {
        try {
            BoundingBox face = shot.face();
            Imgproc.rectangle(
                    shot.picture(),
                    new Point(face.x(), face.y()),
                    new Point(face.x() + face.width(), face.y() + face.height()),
                    WHITE,
                    1);
            album.keep(shot.row(), encoder.encode(shot.picture()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "snapshot row={0} failed: {1}", Long.toString(shot.row()), e.getMessage());
        } finally {
            spares.addFirst(shot.picture());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
