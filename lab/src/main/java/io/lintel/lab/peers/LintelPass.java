package io.lintel.lab.peers;

import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import java.util.List;
import org.opencv.core.Mat;

/** What Lintel does with each frame that it looks at closely, with the product's own classes. Used by one thread. */
final class LintelPass implements PeerWorker.Pass {

    private final FaceAnalyzer analyzer;
    private final List<Mat> frames;
    private final boolean liveness;
    private final Mat chip = new Mat();
    private int turn;

    LintelPass(FaceModels models, List<Mat> frames, boolean liveness) {
        this.analyzer = new OnnxFaceAnalyzer(models, FaceSettings.live());
        this.frames = frames;
        this.liveness = liveness;
    }

    @Override
    public int look(int index) {
        Mat frame = frames.get(index);
        List<Face> faces = analyzer.find(frame);
        if (!faces.isEmpty()) {
            Face face = faces.getFirst();
            analyzer.assess(frame, face);
            analyzer.align(frame, face, chip);
            analyzer.embed(chip);
            if (liveness) {
                analyzer.livenessInTurn(frame, face, turn++);
            }
        }
        return faces.size();
    }
}
