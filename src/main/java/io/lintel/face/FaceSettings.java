package io.lintel.face;

/**
 * How faces are looked for and turned into numbers.
 *
 * @param threads threads inside one network, 1 or more; 1 measured as fast as 2
 * @param detectionScore the least score of a detection that the landmark model may confirm, 0 to 1 exclusive
 * @param meshConfidence the least face flag of the landmark model, raw; with 0.4 and 5 no false face on 2,273 pictures
 *     and 99.8 % of LFW kept
 * @param detectionOverlap intersection over union from which two detections are one face
 * @param facesAtMost the most faces looked at in one picture, best detection first: bounds the time
 * @param tilesPerLook where a picture is much wider than the detector can see and holds no face at first sight, how many
 *     of its parts each look searches closely, in turn; 0 for none
 * @param mirrorAverage whether an embedding is the mean with the one of the mirrored face: doubles the embedder's time;
 *     TAR at FMR 1e-5 on LFW 94.8 % instead of 94.2 %
 */
public record FaceSettings(
        int threads,
        float detectionScore,
        float meshConfidence,
        float detectionOverlap,
        int facesAtMost,
        int tilesPerLook,
        boolean mirrorAverage,
        QualityLimits quality) {

    public FaceSettings {
        require(threads >= 1, "threads must be 1 or more");
        require(detectionScore > 0 && detectionScore < 1, "detection-score must lie between 0 and 1");
        require(detectionOverlap > 0 && detectionOverlap <= 1, "detection-overlap must lie between 0 and 1");
        require(facesAtMost >= 1, "faces-at-most must be 1 or more");
        require(tilesPerLook >= 0, "tiles-per-look must not be negative");
    }

    /** For a camera's stream: a bounded time for each picture. */
    public static FaceSettings live() {
        return new FaceSettings(1, 0.4f, 5, 0.3f, 6, 1, false, QualityLimits.atTheDoor());
    }

    /** For single pictures: each is searched to the end. */
    public static FaceSettings stills() {
        return new FaceSettings(1, 0.4f, 5, 0.3f, 20, Integer.MAX_VALUE, false, QualityLimits.atTheDoor());
    }

    public FaceSettings withMirrorAverage(boolean average) {
        return with(average, quality);
    }

    public FaceSettings withQuality(QualityLimits limits) {
        return with(mirrorAverage, limits);
    }

    private FaceSettings with(boolean average, QualityLimits limits) {
        return new FaceSettings(
                threads, detectionScore, meshConfidence, detectionOverlap, facesAtMost, tilesPerLook, average, limits);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
