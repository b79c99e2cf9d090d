package io.lintel.evaluation.embedding;

import io.lintel.evaluation.MainFace;
import io.lintel.face.Embedding;
import io.lintel.face.Face;
import io.lintel.face.FaceAnalyzer;
import io.lintel.face.FaceQuality;
import io.lintel.gallery.enrolment.AugmentedChips;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opencv.core.Mat;

/** Reads pictures with one analyzer. One thread at a time. */
final class EmbeddingPictureReader implements AutoCloseable {

    private final FaceAnalyzer analyzer;
    private final int views;
    private final Mat chip = new Mat();

    /** @param views how many embeddings of each face, 1 to {@link AugmentedChips#COUNT} */
    EmbeddingPictureReader(FaceAnalyzer analyzer, int views) {
        this.analyzer = analyzer;
        this.views = views;
    }

    Reading read(Mat picture) {
        Optional<Face> face = MainFace.of(picture, analyzer.find(picture));
        return face.map(found -> measure(picture, found))
                .orElseGet(() -> new Reading(picture.cols(), picture.rows(), 0, Set.of(), List.of()));
    }

    private Reading measure(Mat picture, Face face) {
        FaceQuality quality = analyzer.assess(picture, face);
        analyzer.align(picture, face, chip);
        return new Reading(
                picture.cols(), picture.rows(), quality.interOcularPixels(), Set.copyOf(quality.flaws()), embeddings());
    }

    private List<Embedding> embeddings() {
        if (views == 1) {
            return List.of(analyzer.embed(chip));
        }
        List<Embedding> embeddings = new ArrayList<>();
        for (Mat view : AugmentedChips.of(chip, views)) {
            embeddings.add(analyzer.embed(view));
            view.release();
        }
        return embeddings;
    }

    @Override
    public void close() {
        chip.release();
        analyzer.close();
    }
}
