package io.lintel.evaluation;

import io.lintel.face.BoundingBox;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.LivenessScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Measures the signals of a single frame. For measuring only: it allocates as it likes. */
final class SignalMeter {

    /** Side of the square that the spectrum is taken of, pixels. */
    private static final int SPECTRUM = 128;

    /** From this share of the highest frequency on detail counts as fine. */
    private static final double FINE = 0.35;

    private static final double TINY = 1e-6;

    private final FaceAnalyzer analyzer;

    SignalMeter(FaceAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    Map<Signal, Double> measure(Mat picture, Face face) {
        Map<Signal, Double> values = new EnumMap<>(Signal.class);
        networks(picture, face, values);
        BoundingBox bounds = face.mesh().bounds();
        Mat gray = new Mat();
        Imgproc.cvtColor(picture, gray, Imgproc.COLOR_BGR2GRAY);
        Rect inner = within(bounds, 1, picture);
        Rect outer = within(bounds, 2.4, picture);
        double sharpness = logVariance(gray.submat(inner));
        values.put(Signal.SHARPNESS, sharpness);
        values.put(Signal.SURROUND_FOCUS, logVariance(gray.submat(outer)) - sharpness);
        spectrum(gray.submat(inner), values);
        colour(picture.submat(inner), values);
        values.put(Signal.STRAIGHT_EDGES, straightEdges(gray.submat(outer), bounds));
        gray.release();
        return values;
    }

    private void networks(Mat picture, Face face, Map<Signal, Double> values) {
        List<LivenessScore> answers = analyzer.livenessByModel(picture, face);
        if (answers.size() >= 2) {
            // Lintel's own network comes first where it is installed, the published pair last
            values.put(Signal.NETWORK_A, answers.get(answers.size() - 2).probability());
            values.put(Signal.NETWORK_B, answers.getLast().probability());
            values.put(Signal.NETWORKS, LivenessScore.combined(answers).orElseThrow());
        }
    }

    static Rect within(BoundingBox box, double scale, Mat picture) {
        int left = (int) Math.clamp(box.centreX() - box.width() * scale / 2, 0, picture.cols() - 2);
        int top = (int) Math.clamp(box.centreY() - box.height() * scale / 2, 0, picture.rows() - 2);
        int right = (int) Math.clamp(box.centreX() + box.width() * scale / 2, left + 2, picture.cols());
        int bottom = (int) Math.clamp(box.centreY() + box.height() * scale / 2, top + 2, picture.rows());
        return new Rect(left, top, right - left, bottom - top);
    }

    private static double logVariance(Mat gray) {
        Mat laplacian = new Mat();
        Imgproc.Laplacian(gray, laplacian, CvType.CV_32F);
        double deviation = deviation(laplacian);
        laplacian.release();
        return 2 * Math.log(deviation + TINY);
    }

    private static double deviation(Mat mat) {
        MatOfDouble mean = new MatOfDouble();
        MatOfDouble deviation = new MatOfDouble();
        Core.meanStdDev(mat, mean, deviation);
        return deviation.get(0, 0)[0];
    }

    private static void spectrum(Mat face, Map<Signal, Double> values) {
        Mat square = new Mat();
        Imgproc.resize(face, square, new Size(SPECTRUM, SPECTRUM), 0, 0, Imgproc.INTER_LINEAR);
        square.convertTo(square, CvType.CV_32F);
        Mat window = new Mat();
        Imgproc.createHanningWindow(window, new Size(SPECTRUM, SPECTRUM), CvType.CV_32F);
        Core.multiply(square, window, square);
        Mat frequencies = new Mat();
        Core.dft(square, frequencies, Core.DFT_COMPLEX_OUTPUT);
        double all = TINY;
        double fine = 0;
        List<Double> fineMagnitudes = new ArrayList<>();
        float[] pair = new float[2];
        for (int y = 0; y < SPECTRUM; y++) {
            for (int x = 0; x < SPECTRUM; x++) {
                double radius = Math.hypot(distance(x), distance(y)) / (SPECTRUM / 2.0);
                if (radius < 0.03 || radius > 1) {
                    continue;
                }
                frequencies.get(y, x, pair);
                double magnitude = Math.hypot(pair[0], pair[1]);
                all += magnitude;
                if (radius >= FINE) {
                    fine += magnitude;
                    fineMagnitudes.add(magnitude);
                }
            }
        }
        double[] sorted = fineMagnitudes.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        values.put(Signal.FINE_DETAIL, Math.log(fine / all + TINY));
        double peak = sorted[sorted.length - 4];
        double usual = sorted[sorted.length / 2];
        values.put(Signal.MOIRE, -Math.log(peak / (usual + TINY)));
        List.of(square, window, frequencies).forEach(Mat::release);
    }

    private static int distance(int index) {
        return Math.min(index, SPECTRUM - index);
    }

    private static void colour(Mat face, Map<Signal, Double> values) {
        Mat converted = new Mat();
        List<Mat> planes = new ArrayList<>();
        Imgproc.cvtColor(face, converted, Imgproc.COLOR_BGR2YCrCb);
        Core.split(converted, planes);
        values.put(Signal.CHROMA, deviation(planes.get(1)) + deviation(planes.get(2)));
        planes.forEach(Mat::release);
        planes.clear();
        Imgproc.cvtColor(face, converted, Imgproc.COLOR_BGR2HSV);
        Core.split(converted, planes);
        values.put(Signal.SATURATION, Core.mean(planes.get(1)).val[0]);
        planes.forEach(Mat::release);
        converted.release();
    }

    /** Length of straight edges, upright or level, in heights of the face: paper and screens have borders. Negated: many are an attack. */
    private static double straightEdges(Mat surround, BoundingBox face) {
        Mat edges = new Mat();
        Mat lines = new Mat();
        Imgproc.Canny(surround, edges, 50, 150);
        Imgproc.HoughLinesP(edges, lines, 1, Math.PI / 180, 50, face.height() * 0.7, 6);
        double length = 0;
        int[] line = new int[4];
        for (int i = 0; i < lines.rows(); i++) {
            lines.get(i, 0, line);
            double dx = Math.abs(line[2] - line[0]);
            double dy = Math.abs(line[3] - line[1]);
            length += Math.min(dx, dy) < 0.36 * Math.max(dx, dy) ? Math.hypot(dx, dy) : 0;
        }
        edges.release();
        lines.release();
        return -length / face.height();
    }

    /** The middle value. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
