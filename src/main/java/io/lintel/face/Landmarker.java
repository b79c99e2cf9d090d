package io.lintel.face;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.opencv.core.Mat;

/** MediaPipe's face_landmark: 468 landmarks and a flag that says whether there is a face at all. One thread at a time. */
final class Landmarker implements AutoCloseable {

    /** Side of the region that the network expects, in sides of the detector's box. */
    private static final double REGION = 1.5;

    private final OnnxModel model;
    private final ModelInput input;
    private final Warp warp = new Warp();
    private final Mat square = new Mat();
    private final FloatBuffer landmarks;
    private final FloatBuffer flag;

    Landmarker(Path file, int threads) {
        model = OnnxModel.open(file, threads);
        input = new ModelInput(model, PixelScaling.UNIT_RGB);
        landmarks = model.output("conv2d_21");
        flag = model.output("conv2d_31");
    }

    /** The mesh of the face that a detector saw; its confidence says whether it is one. */
    FaceMesh mesh(Mat picture, Detection detection) {
        BoundingBox box = detection.box();
        return mesh(
                picture,
                new Square(
                        box.centreX(), box.centreY(), REGION * Math.max(box.width(), box.height()), detection.roll()));
    }

    private FaceMesh mesh(Mat picture, Square region) {
        Affine toPicture = region.toPicture(model.size());
        warp.smooth(picture, toPicture, model.size(), square);
        input.fill(square);
        model.run();
        float[] xyz = new float[3 * FaceMesh.LANDMARKS];
        float depth = (float) toPicture.scale();
        for (int i = 0; i < xyz.length; i += 3) {
            float x = landmarks.get(i);
            float y = landmarks.get(i + 1);
            xyz[i] = (float) toPicture.x(x, y);
            xyz[i + 1] = (float) toPicture.y(x, y);
            xyz[i + 2] = landmarks.get(i + 2) * depth;
        }
        return new FaceMesh(xyz, flag.get(0));
    }

    @Override
    public void close() {
        model.close();
        input.release();
        warp.release();
        square.release();
    }
}
