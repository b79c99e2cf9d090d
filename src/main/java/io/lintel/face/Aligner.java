package io.lintel.face;

import org.opencv.core.Mat;

/**
 * Brings a face into the pose an embedder was trained on: eyes, nose and mouth corners to the template's places by the
 * least-squares similarity. One thread at a time.
 */
final class Aligner {

    private final FaceTemplate template;
    private final Warp warp = new Warp();

    Aligner(FaceTemplate template) {
        this.template = template;
    }

    /** @param chip receives the face, BGR, {@code template.size()} pixels square */
    void align(Mat picture, FaceMesh mesh, Mat chip) {
        Affine toTemplate = Affine.similarity(template.points(mesh), template.targets());
        warp.smooth(picture, toTemplate.inverse(), template.size(), chip);
    }

    void release() {
        warp.release();
    }
}
