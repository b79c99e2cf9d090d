package io.lintel.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Weighted non-maximum suppression, as MediaPipe's detectors expect it: boxes that overlap the best one do not vanish but
 * are averaged into it by their scores, which steadies box and eyes.
 */
final class WeightedSuppression {

    private final float overlap;

    /** @param overlap intersection over union from which two boxes are the same face */
    WeightedSuppression(float overlap) {
        this.overlap = overlap;
    }

    /** One detection a face, best score first. */
    List<Detection> suppress(List<Detection> detections) {
        List<Detection> left = new ArrayList<>(detections);
        left.sort(Comparator.comparingDouble(Detection::score).reversed());
        List<Detection> faces = new ArrayList<>();
        while (!left.isEmpty()) {
            Detection best = left.getFirst();
            List<Detection> same = new ArrayList<>();
            left.removeIf(other -> {
                boolean overlaps = other == best || other.box().iou(best.box()) >= overlap;
                if (overlaps) {
                    same.add(other);
                }
                return overlaps;
            });
            faces.add(average(same, best.score()));
        }
        return faces;
    }

    private static Detection average(List<Detection> same, float score) {
        double weight = same.stream().mapToDouble(Detection::score).sum();
        double[] sum = new double[8];
        for (Detection detection : same) {
            double w = detection.score() / weight;
            BoundingBox box = detection.box();
            sum[0] += w * box.x();
            sum[1] += w * box.y();
            sum[2] += w * box.width();
            sum[3] += w * box.height();
            sum[4] += w * detection.rightEye().x();
            sum[5] += w * detection.rightEye().y();
            sum[6] += w * detection.leftEye().x();
            sum[7] += w * detection.leftEye().y();
        }
        return new Detection(
                new BoundingBox((float) sum[0], (float) sum[1], (float) sum[2], (float) sum[3]),
                score,
                new Point((float) sum[4], (float) sum[5]),
                new Point((float) sum[6], (float) sum[7]));
    }
}
