package io.lintel.face;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.opencv.core.Mat;

/**
 * Everything that turns pixels into faces and numbers. Pictures are BGR, 8 bits, 3 channels. Used by one thread at a
 * time: it reuses its buffers.
 */
public interface FaceAnalyzer extends AutoCloseable {

    /**
     * All confirmed faces of a picture, the largest first.
     *
     * @throws IllegalArgumentException if the picture is empty or not BGR with 8 bits
     */
    List<Face> find(Mat picture);

    /**
     * The faces of the next picture of a stream, the largest first: as {@link #find}, but who was seen a moment ago may be followed instead
     * of found anew.
     *
     * @param capturedNanos when the picture was taken, by the clock of all pictures of the stream
     */
    default List<Face> findNext(Mat picture, long capturedNanos) {
        return find(picture);
    }

    /** Measures a face against the quality limits. */
    FaceQuality assess(Mat picture, Face face);

    /**
     * Probability that the face is a live person's, 0 to 1, from this frame alone.
     *
     * @return empty when no liveness model is installed
     */
    OptionalDouble liveness(Mat picture, Face face);

    /** The same, the answer of each liveness model by itself; empty when none is installed. */
    default List<LivenessScore> livenessByModel(Mat picture, Face face) {
        return liveness(picture, face).stream().mapToObj(LivenessScore::single).toList();
    }

    /**
     * The answer of one of the liveness models: they take turns from frame to frame, see {@link LivenessTurns}.
     *
     * @param turn counts the frames of one track that were asked
     * @return empty when no liveness model is installed
     */
    default Optional<LivenessScore> livenessInTurn(Mat picture, Face face, int turn) {
        List<LivenessScore> all = livenessByModel(picture, face);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(livenessTurns(all.size()).at(turn)));
    }

    /** In which order the liveness models look at frames. @param models how many there are, 1 or more */
    default LivenessTurns livenessTurns(int models) {
        return LivenessTurns.inOrder(models);
    }

    /** Warps a face to the embedder's template. @param chip receives the aligned face, BGR, reallocated if need be */
    void align(Mat picture, Face face, Mat chip);

    /** The embedding of an aligned face. */
    Embedding embed(Mat chip);

    /** Names and versions of the models in use, for the explanation of a decision. */
    String modelIds();

    @Override
    void close();
}
