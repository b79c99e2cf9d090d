package io.lintel.face;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.opencv.core.Mat;

/** One MiniFASNet: tells a live face from a printed or shown one by what surrounds it. One thread at a time. */
final class LivenessModel implements AutoCloseable {

    /** Of the three classes: 0 and 2 are attacks. */
    private static final int LIVE = 1;

    private final OnnxModel model;
    private final ModelInput input;
    private final FloatBuffer logits;
    private final double cropScale;
    private final LivenessCalibration calibration;
    private final Warp warp = new Warp();
    private final Mat crop = new Mat();

    /** @param cropScale how much wider than the face's box the network looks */
    LivenessModel(Path file, double cropScale, LivenessCalibration calibration, int threads) {
        model = OnnxModel.open(file, threads);
        input = new ModelInput(model, PixelScaling.RAW_BGR);
        logits = model.output();
        this.cropScale = cropScale;
        this.calibration = calibration;
    }

    /** What this network's scores mean. */
    LivenessCalibration calibration() {
        return calibration;
    }

    /** Probability that the face is live, 0 to 1. @param face the mesh's bounds: the detector's box is too loose */
    double probability(Mat picture, BoundingBox face) {
        BoundingBox box = LivenessCrop.around(face, cropScale, picture.cols(), picture.rows());
        // plain sampling, as in training: averaging would wipe out the grain of print and screen
        warp.plain(picture, Affine.ofBox(model.size(), box), model.size(), crop);
        input.fill(crop);
        model.run();
        return softmax();
    }

    private double softmax() {
        double sum = 0;
        for (int i = 0; i < logits.capacity(); i++) {
            sum += Math.exp(logits.get(i) - logits.get(LIVE));
        }
        return 1 / sum;
    }

    @Override
    public void close() {
        model.close();
        input.release();
        warp.release();
        crop.release();
    }
}
