package io.lintel.evaluation;

import io.lintel.face.BoundingBox;
import io.lintel.face.EyeAspect;
import io.lintel.face.Face;
import io.lintel.face.FaceMesh;
import io.lintel.face.Landmark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;
import org.opencv.video.Video;

/** The signals that need several frames of one face. Fed frame by frame; for measuring only. */
final class TrackSignals implements AutoCloseable {

    /** Below so many pixels a frame nothing moves. */
    private static final double STILL = 0.5;

    private final List<FaceMesh> meshes = new ArrayList<>();
    private final List<Double> brightness = new ArrayList<>();
    private final List<Double> against = new ArrayList<>();
    private Mat before = new Mat();

    void add(Mat picture, Face face) {
        Mat gray = new Mat();
        Imgproc.cvtColor(picture, gray, Imgproc.COLOR_BGR2GRAY);
        Rect inner = SignalMeter.within(face.mesh().bounds(), 1, picture);
        brightness.add(Core.mean(gray.submat(inner)).val[0]);
        if (!meshes.isEmpty()) {
            againstSurround(gray, meshes.getLast(), face.mesh());
        }
        meshes.add(face.mesh());
        before.release();
        before = gray;
    }

    int frames() {
        return meshes.size();
    }

    Map<Signal, Double> values() {
        Map<Signal, Double> values = new EnumMap<>(Signal.class);
        double[] plane = new double[meshes.size() - 1];
        double[] micro = new double[meshes.size() - 1];
        for (int i = 1; i < meshes.size(); i++) {
            plane[i - 1] = residual(meshes.getFirst(), meshes.get(i), true);
            micro[i - 1] = residual(meshes.get(i - 1), meshes.get(i), false);
        }
        values.put(Signal.PLANE_MOTION, Math.log(SignalMeter.median(plane) + 1e-5));
        values.put(Signal.MICRO_MOTION, Math.log(SignalMeter.median(micro) + 1e-5));
        values.put(
                Signal.SURROUND_MOTION,
                SignalMeter.median(
                        against.stream().mapToDouble(Double::doubleValue).toArray()));
        double[] eyes = meshes.stream().mapToDouble(EyeAspect::of).sorted().toArray();
        values.put(Signal.BLINK, 1 - eyes[0] / eyes[(int) (0.8 * (eyes.length - 1))]);
        double mean =
                brightness.stream().mapToDouble(Double::doubleValue).average().orElse(1);
        double spread = brightness.stream()
                .mapToDouble(each -> Math.pow(each - mean, 2))
                .average()
                .orElse(0);
        values.put(Signal.FLICKER, -Math.sqrt(spread) / mean);
        return values;
    }

    /** How far landmarks lie from where one plane's motion (or, without it, a similarity) would put them, in distances of the eyes. */
    private static double residual(FaceMesh from, FaceMesh to, boolean asPlane) {
        MatOfPoint2f a = points(from);
        MatOfPoint2f b = points(to);
        Mat moved = new Mat();
        Mat motion = asPlane ? Calib3d.findHomography(a, b, 0) : Calib3d.estimateAffinePartial2D(a, b);
        if (motion.empty()) {
            return 0;
        }
        if (asPlane) {
            Core.perspectiveTransform(a, moved, motion);
        } else {
            Core.transform(a, moved, motion);
        }
        double sum = Core.norm(moved, b, Core.NORM_L2);
        List.of(a, b, moved, motion).forEach(Mat::release);
        return sum / Math.sqrt(FaceMesh.LANDMARKS) / Landmark.interOcular(to);
    }

    private static MatOfPoint2f points(FaceMesh mesh) {
        Point[] points = new Point[FaceMesh.LANDMARKS];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Point(mesh.point(i).x(), mesh.point(i).y());
        }
        return new MatOfPoint2f(points);
    }

    private void againstSurround(Mat gray, FaceMesh from, FaceMesh to) {
        double faceX = to.bounds().centreX() - from.bounds().centreX();
        double faceY = to.bounds().centreY() - from.bounds().centreY();
        double faceMotion = Math.hypot(faceX, faceY);
        if (faceMotion < STILL) {
            return;
        }
        Mat mask = Mat.zeros(gray.size(), gray.type());
        mask.submat(SignalMeter.within(from.bounds(), 2.4, gray)).setTo(new Scalar(255));
        BoundingBox box = from.bounds();
        mask.submat(SignalMeter.within(box, 1.25, gray)).setTo(new Scalar(0));
        MatOfPoint corners = new MatOfPoint();
        Imgproc.goodFeaturesToTrack(before, corners, 60, 0.01, 5, mask);
        if (corners.rows() >= 5) {
            MatOfPoint2f start = new MatOfPoint2f(corners.toArray());
            MatOfPoint2f end = new MatOfPoint2f();
            MatOfByte found = new MatOfByte();
            MatOfFloat error = new MatOfFloat();
            Video.calcOpticalFlowPyrLK(before, gray, start, end, found, error);
            Point[] a = start.toArray();
            Point[] b = end.toArray();
            double[] x = new double[a.length];
            double[] y = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                x[i] = b[i].x - a[i].x;
                y[i] = b[i].y - a[i].y;
            }
            double difference = Math.hypot(faceX - SignalMeter.median(x), faceY - SignalMeter.median(y));
            against.add(Math.min(3, difference / faceMotion));
            List.of(start, end, found, error).forEach(Mat::release);
        }
        mask.release();
        corners.release();
    }

    @Override
    public void close() {
        before.release();
    }
}
