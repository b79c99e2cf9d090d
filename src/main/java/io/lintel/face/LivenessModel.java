package io.lintel.face;

import io.lintel.model.InstalledModel;
import io.lintel.model.LivenessSpec;
import java.nio.FloatBuffer;
import org.opencv.core.Mat;

/** One liveness network: tells a live face from a printed or shown one by its texture and what surrounds it. One thread at a time. */
final class LivenessModel implements AutoCloseable {

    /** The class of live faces; all others are attacks: 0 and 2 in MiniFASNet, 0 in Lintel's own. */
    private static final int LIVE = 1;

    /** The network with its buffers. */
    private record Network(OnnxModel model, ModelInput input, FloatBuffer logits) {

        static Network of(InstalledModel installed, int threads) {
            OnnxModel model = OnnxModel.open(installed.onnx(), threads);
            return new Network(
                    model,
                    new ModelInput(model, PixelScaling.of(installed.spec().input())),
                    model.output());
        }

        void close() {
            model.close();
            input.release();
        }
    }

    private final AtFirstUse<Network> network;
    private final double cropScale;
    private final LivenessCalibration calibration;
    private final Warp warp = new Warp();
    private final Mat crop = new Mat();

    /** @param installed a model of the role liveness */
    LivenessModel(InstalledModel installed, int threads) {
        LivenessSpec spec = installed.spec().liveness().orElseThrow();
        cropScale = spec.cropScale();
        calibration = new LivenessCalibration(spec.calibration().stream()
                .map(point -> new LivenessCalibration.Point(point.score(), point.logLikelihoodRatio()))
                .toList());
        network = new AtFirstUse<>(() -> Network.of(installed, threads));
    }

    /** Opens the network, which else happens at the first question. */
    void open() {
        network.get();
    }

    /** What this network's scores mean. */
    LivenessCalibration calibration() {
        return calibration;
    }

    /** Probability that the face is live, 0 to 1. @param face the mesh's bounds: the detector's box is too loose */
    double probability(Mat picture, BoundingBox face) {
        BoundingBox box = LivenessCrop.around(face, cropScale, picture.cols(), picture.rows());
        Network opened = network.get();
        int size = opened.model().size();
        // plain sampling, as in training: averaging would wipe out the grain of print and screen
        warp.plain(picture, Affine.ofBox(size, box), size, crop);
        opened.input().fill(crop);
        opened.model().run();
        return softmax(opened.logits());
    }

    private static double softmax(FloatBuffer logits) {
        double sum = 0;
        for (int i = 0; i < logits.capacity(); i++) {
            sum += Math.exp(logits.get(i) - logits.get(LIVE));
        }
        return 1 / sum;
    }

    @Override
    public void close() {
        network.close(Network::close);
        warp.release();
        crop.release();
    }
}
