package io.lintel.lab.peers;

import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opencv.core.Mat;

/** What Lintel does with each frame that it looks at closely, with the product's own classes. Used by one thread. */
final class LintelPass implements PeerWorker.Pass {

    enum Work {
        /** Each frame by itself, without asking for liveness. */
        PICTURES,
        PICTURES_WITH_LIVENESS,
        /** The frames as a camera's stream, so that who is there is followed. */
        STREAM_WITH_LIVENESS
    }

    /** As the door's cameras are asked for by default. */
    private static final long FRAMES_PER_SECOND = 15;

    private final FaceAnalyzer analyzer;
    private final List<Mat> frames;
    private final Work work;
    private final Mat chip = new Mat();
    private int turn;
    private long taken;

    LintelPass(FaceModels models, List<Mat> frames, Work work) {
        this.analyzer = new OnnxFaceAnalyzer(models, FaceSettings.live());
        this.frames = frames;
        this.work = work;
    }

    @Override
    public int look(int index) {
        Mat frame = frames.get(index);
        List<Face> faces = work == Work.STREAM_WITH_LIVENESS
                ? analyzer.findNext(frame, taken++ * TimeUnit.SECONDS.toNanos(1) / FRAMES_PER_SECOND)
                : analyzer.find(frame);
        if (!faces.isEmpty()) {
            Face face = faces.getFirst();
            analyzer.assess(frame, face);
            analyzer.align(frame, face, chip);
            analyzer.embed(chip);
            if (work != Work.PICTURES) {
                analyzer.livenessInTurn(frame, face, turn++);
            }
        }
        return faces.size();
    }
}
