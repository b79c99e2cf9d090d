package io.lintel.face;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/** One of MediaPipe's two face detectors, run on a square of a picture. One thread at a time. */
final class BlazeFaceDetector implements AutoCloseable {

    /** Values of a regressor row: centre, size, then six keypoints of which the first two are the eyes. */
    private static final int ROW = 16;

    private final OnnxModel model;
    private final ModelInput input;
    private final Warp warp = new Warp();
    private final Mat square = new Mat();
    private final Anchors anchors;
    private final FloatBuffer scores;
    private final FloatBuffer rows;
    private final float leastLogit;
    private final WeightedSuppression suppression;

    private BlazeFaceDetector(OnnxModel model, Anchors anchors, String scores, String rows, FaceSettings settings) {
        this.model = model;
        this.anchors = anchors;
        this.scores = model.output(scores);
        this.rows = model.output(rows);
        leastLogit = (float) Math.log(settings.detectionScore() / (1 - settings.detectionScore()));
        input = new ModelInput(model, PixelScaling.SIGNED_RGB);
        suppression = new WeightedSuppression(settings.detectionOverlap());
    }

    static BlazeFaceDetector fullRange(Path file, FaceSettings settings) {
        return new BlazeFaceDetector(
                OnnxModel.open(file, settings.threads()),
                Anchors.fullRange(),
                "reshaped_classifier_face_4",
                "reshaped_regressor_face_4",
                settings);
    }

    static BlazeFaceDetector shortRange(Path file, FaceSettings settings) {
        return new BlazeFaceDetector(
                OnnxModel.open(file, settings.threads()),
                Anchors.shortRange(),
                "classificators",
                "regressors",
                settings);
    }

    /** What looks like a face in the whole picture, best score first. */
    List<Detection> detect(Mat picture) {
        return detect(picture, Square.around(picture));
    }

    /** What looks like a face in a part of the picture, in pixels of the picture, best score first. */
    List<Detection> detect(Mat picture, Square part) {
        Affine toPicture = part.toPicture(model.size());
        warp.smooth(picture, toPicture, model.size(), square);
        input.fill(square);
        model.run();
        List<Detection> found = new ArrayList<>();
        for (int anchor = 0; anchor < anchors.count(); anchor++) {
            float logit = scores.get(anchor);
            if (logit >= leastLogit) {
                found.add(decode(anchor, logit, toPicture));
            }
        }
        return suppression.suppress(found);
    }

    private Detection decode(int anchor, float logit, Affine toPicture) {
        Point centre = place(anchor, 0, toPicture);
        float width = (float) (rows.get(anchor * ROW + 2) * toPicture.scale());
        float height = (float) (rows.get(anchor * ROW + 3) * toPicture.scale());
        return new Detection(
                new BoundingBox(centre.x() - width / 2, centre.y() - height / 2, width, height),
                (float) (1 / (1 + Math.exp(-logit))),
                place(anchor, 4, toPicture),
                place(anchor, 6, toPicture));
    }

    private Point place(int anchor, int value, Affine toPicture) {
        int at = anchor * ROW + value;
        return toPicture.apply(new Point(anchors.x()[anchor] + rows.get(at), anchors.y()[anchor] + rows.get(at + 1)));
    }

    @Override
    public void close() {
        model.close();
        input.release();
        warp.release();
        square.release();
    }
}
