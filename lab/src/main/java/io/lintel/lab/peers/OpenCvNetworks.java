package io.lintel.lab.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/** Networks on OpenCV's own engine with fixed input and nothing around them. Used by one thread. */
final class OpenCvNetworks implements PeerWorker.Pass {

    private record Network(Net net, Mat input, List<String> outputs) {}

    private final List<Network> networks = new ArrayList<>();

    OpenCvNetworks() {
        Core.setNumThreads(1);
    }

    /** @param size width and height of its input */
    void add(Path file, int size) {
        Net net = Dnn.readNetFromONNX(file.toString());
        net.setPreferableBackend(Dnn.DNN_BACKEND_OPENCV);
        float[] values = new float[3 * size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 7919L % 256) / 255f;
        }
        Mat flat = new Mat(1, values.length, CvType.CV_32F);
        flat.put(0, 0, values);
        networks.add(
                new Network(net, flat.reshape(1, new int[] {1, 3, size, size}), net.getUnconnectedOutLayersNames()));
    }

    @Override
    public int look(int index) {
        for (Network network : networks) {
            network.net().setInput(network.input());
            List<Mat> results = new ArrayList<>();
            network.net().forward(results, network.outputs());
            results.forEach(Mat::release);
        }
        return 1;
    }
}
