package io.lintel.access.evidence;

import io.lintel.face.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the face of a track becomes another one: somebody steps in front, or a photo is held before the face. Follows slow changes
 * of pose by a moving mean. Not thread-safe.
 */
public final class FaceSwapDetector {

    /** Weight of what is known against a new embedding: follows a turning head within about five looks. */
    private static final float INERTIA = 0.8f;

    private final double least;
    private @Nullable Embedding known;

    /** @param least cosine to the moving mean below which it is another face */
    public FaceSwapDetector(double least) {
        if (!(least > -1 && least < 1)) {
            throw new IllegalArgumentException("the least cosine must lie in (-1, 1), not " + least);
        }
        this.least = least;
    }

    /** Takes a further embedding. @return false if it is another face's: then nothing was changed */
    public boolean continues(Embedding next) {
        Embedding before = known;
        if (before == null) {
            known = next;
            return true;
        }
        if (before.cosine(next) < least) {
            return false;
        }
        known = blend(before, next);
        return true;
    }

    private static Embedding blend(Embedding before, Embedding next) {
        float[] sum = before.values();
        float[] values = next.values();
        for (int i = 0; i < sum.length; i++) {
            sum[i] = INERTIA * sum[i] + (1 - INERTIA) * values[i];
        }
        return Embedding.of(sum);
    }
}
