package io.lintel.benchmark;

import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceModels;
import io.lintel.face.FaceSettings;
import io.lintel.face.OnnxFaceAnalyzer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;

/**
 * How long a frame with one face takes, stage by stage, and how much of that is not the networks themselves. Frames and bare
 * networks take turns, so that a busy machine slows both.
 */
public final class FrameBench {

    private static final String FRAME = "whole frame";

    private final FaceModels models;
    private final int rounds;

    /** @param rounds how often the clip is gone through, besides once to warm up */
    public FrameBench(FaceModels models, int rounds) {
        this.models = models;
        this.rounds = rounds;
    }

    /** @param file an MJPEG clip in which one person comes up */
    public Report run(Path file) {
        StageTimes stages = new StageTimes();
        StageTimes whole = new StageTimes();
        StageTimes bare = new StageTimes();
        try (FaceAnalyzer analyzer = new OnnxFaceAnalyzer(models, FaceSettings.live());
                BareModels networks = new BareModels(models);
                Clip clip = Clip.read(file)) {
            Mat chip = new Mat();
            List<Mat> withFace = clip.frames().stream()
                    .filter(frame -> analyzer.find(frame).size() == 1)
                    .toList();
            for (Mat frame : withFace) {
                pass(analyzer, frame, chip, new StageTimes(), 0);
                pass(analyzer, frame, chip, new StageTimes(), 1);
                networks.run(new StageTimes(), 0);
                networks.run(new StageTimes(), 1);
            }
            int[] turn = {0};
            for (int round = 0; round < rounds; round++) {
                for (Mat frame : withFace) {
                    whole.time(FRAME, () -> pass(analyzer, frame, chip, stages, turn[0]++));
                    networks.run(bare, turn[0]);
                }
            }
            Mat first = withFace.getFirst();
            Report report = report(
                    "One face at %d x %d, %d frames, one thread"
                            .formatted(first.cols(), first.rows(), rounds * withFace.size()),
                    stages,
                    whole,
                    bare);
            chip.release();
            return report;
        }
    }

    /** @param turn as at the door, the liveness networks take turns */
    private static void pass(FaceAnalyzer analyzer, Mat frame, Mat chip, StageTimes stages, int turn) {
        Face face = stages.time("find", () -> analyzer.find(frame)).getFirst();
        stages.time("quality", () -> analyzer.assess(frame, face));
        stages.time("align", () -> analyzer.align(frame, face, chip));
        stages.time("embed", () -> analyzer.embed(chip));
        stages.time("liveness", () -> analyzer.livenessInTurn(frame, face, turn));
    }

    private static Report report(String title, StageTimes stages, StageTimes whole, StageTimes bare) {
        List<Figure> figures = new ArrayList<>();
        for (String stage : stages.stages()) {
            figures.add(Figure.of(stage + "-ms", stage + ", ms", stages.quietMillis(stage)));
        }
        double frame = whole.quietMillis(FRAME);
        double liveness = stages.quietMillis("liveness");
        double rest = stages.sumOfQuiet() - liveness;
        figures.add(Figure.of("liveness-adds", "liveness / the rest of a frame", liveness / rest));
        figures.add(Figure.of("frame-ms", FRAME + ", ms", frame));
        figures.add(Figure.of("frame-median-ms", FRAME + ", ms, median", whole.medianMillis(FRAME)));
        figures.add(
                Figure.of("frames-per-second", "frames per second, by the median", 1000 / whole.medianMillis(FRAME)));
        for (String model : bare.stages()) {
            figures.add(Figure.of("bare-" + model + "-ms", "bare " + model + ", ms", bare.quietMillis(model)));
        }
        figures.add(Figure.of("bare-ms", "sum of the bare networks, ms", bare.sumOfQuiet()));
        figures.add(Figure.of("ratio", "whole frame / bare networks", frame / bare.sumOfQuiet()));
        return new Report(
                title,
                figures,
                List.of(
                        "Times are those of the fastest tenth, when nothing else wanted the processor, unless it says median."));
    }
}
