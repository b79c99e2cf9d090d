package io.lintel.face;

import io.lintel.model.EmbeddingSpec;
import io.lintel.model.InstalledModel;
import io.lintel.model.Preprocessing;
import io.lintel.system.NativeLibraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The analyzer on ONNX Runtime and OpenCV. Holds its own buffers; the networks are shared with every other analyzer. Those that only some pictures
 * need, of the second look and of liveness, are opened when the first picture needs them, or by {@link #allOpen}.
 */
public final class OnnxFaceAnalyzer implements FaceAnalyzer {

    private final FaceFinder finder;
    private final FaceFollower follower;
    private final Aligner aligner;
    /** The quality limits were measured on this template, whatever the embedder's. */
    private final Aligner qualityAligner;

    private final Embedder embedder;
    private final List<LivenessModel> liveness = new ArrayList<>();
    private final LivenessTurns turns;
    private final QualityMeter quality;
    private final FaceSettings settings;
    private final String modelIds;
    private final Mat chip;

    public OnnxFaceAnalyzer(FaceModels models, FaceSettings settings) {
        NativeLibraries.loadOpenCv();
        this.settings = settings;
        modelIds = models.ids();
        chip = new Mat();
        finder = new FaceFinder(models, settings);
        follower = new FaceFollower(finder);
        Preprocessing input = models.embedder().spec().input();
        EmbeddingSpec embedding = models.embedder().spec().embedding().orElseThrow();
        aligner = new Aligner(AlignmentTemplate.of(embedding.alignment()), input.width());
        qualityAligner = new Aligner(AlignmentTemplate.ARCFACE, AlignmentTemplate.ARCFACE.size());
        embedder = new Embedder(models.embedder().onnx(), PixelScaling.of(input), settings.threads());
        for (InstalledModel model : models.liveness()) {
            liveness.add(new LivenessModel(model, settings.threads()));
        }
        turns = models.livenessTurns();
        quality = new QualityMeter(settings.quality());
    }

    /** One with all networks open: no visitor at a door waits for one, and a door that cannot open one knows it before anybody comes. */
    public static OnnxFaceAnalyzer allOpen(FaceModels models, FaceSettings settings) {
        OnnxFaceAnalyzer analyzer = new OnnxFaceAnalyzer(models, settings);
        try {
            analyzer.finder.openAll();
            analyzer.liveness.forEach(LivenessModel::open);
            return analyzer;
        } catch (RuntimeException e) {
            analyzer.close(); // a door tries again every few seconds
            throw e;
        }
    }

    @Override
    public List<Face> find(Mat picture) {
        check(picture);
        return finder.find(picture);
    }

    @Override
    public List<Face> findNext(Mat picture, long capturedNanos) {
        check(picture);
        return follower.find(picture, capturedNanos);
    }

    private static void check(Mat picture) {
        if (picture.empty() || picture.type() != CvType.CV_8UC3) {
            throw new IllegalArgumentException("a picture has pixels of BGR, 8 bits, unlike " + picture);
        }
    }

    @Override
    public FaceQuality assess(Mat picture, Face face) {
        qualityAligner.align(picture, face.mesh(), chip);
        return quality.measure(picture, face, chip);
    }

    @Override
    public OptionalDouble liveness(Mat picture, Face face) {
        return LivenessScore.combined(livenessByModel(picture, face));
    }

    @Override
    public Optional<LivenessScore> livenessInTurn(Mat picture, Face face, int turn) {
        return liveness.isEmpty() ? Optional.empty() : Optional.of(ask(turns.at(turn), picture, face));
    }

    @Override
    public LivenessTurns livenessTurns(int models) {
        return turns;
    }

    @Override
    public List<LivenessScore> livenessByModel(Mat picture, Face face) {
        return IntStream.range(0, liveness.size())
                .mapToObj(model -> ask(model, picture, face))
                .toList();
    }

    private LivenessScore ask(int number, Mat picture, Face face) {
        LivenessModel model = liveness.get(number);
        // not the detector's box: with the mesh's one live person was rejected in 7 % of frames instead of 85 %
        double probability = model.probability(picture, face.mesh().bounds());
        return LivenessScore.of(number, probability, model.calibration());
    }

    @Override
    public void align(Mat picture, Face face, Mat into) {
        aligner.align(picture, face.mesh(), into);
    }

    @Override
    public Embedding embed(Mat aligned) {
        return settings.mirrorAverage() ? embedder.embedWithMirror(aligned) : embedder.embed(aligned);
    }

    @Override
    public String modelIds() {
        return modelIds;
    }

    @Override
    public void close() {
        finder.close();
        aligner.release();
        qualityAligner.release();
        embedder.close();
        liveness.forEach(LivenessModel::close);
        quality.release();
        chip.release();
    }
}
