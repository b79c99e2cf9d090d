package io.lintel.face;

import org.opencv.core.Mat;

/**
 * Brings a face into the pose an embedder was trained on: eyes, nose and mouth corners to the template's places by the
 * least-squares similarity. One thread at a time.
 */
final class Aligner {

    private final AlignmentTemplate template;
    private final Point[] targets;
    private final int size;
    private final Warp warp = new Warp();

    /** @param size width and height of the aligned face, pixels */
    Aligner(AlignmentTemplate template, int size) {
        this.template = template;
        this.targets = template.targets(size);
        this.size = size;
    }

    /** @param chip receives the face, BGR, {@code size} pixels square */
    void align(Mat picture, FaceMesh mesh, Mat chip) {
        Affine toTemplate = Affine.similarity(template.points(mesh), targets);
        warp.smooth(picture, toTemplate.inverse(), size, chip);
    }

    void release() {
        warp.release();
    }
}
