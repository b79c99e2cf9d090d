package io.lintel.face;

import java.nio.ByteBuffer;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Writes a picture of a model's size into the model's input buffer, without a copy in between. All its matrices are made
 * once: in a native image nothing frees the native header of a dropped {@link Mat}.
 */
final class ModelInput {

    private static final int CHANNELS = 3;

    private final OnnxModel model;
    private final PixelScaling scaling;
    private final Mat bytes = new Mat();
    private final Mat[] planes = new Mat[CHANNELS];
    /** The memory behind {@link #planes}, kept reachable. */
    private final ByteBuffer[] memory = new ByteBuffer[CHANNELS];

    ModelInput(OnnxModel model, PixelScaling scaling) {
        this.model = model;
        this.scaling = scaling;
        int size = model.size();
        int plane = size * size * Float.BYTES;
        for (int channel = 0; channel < CHANNELS; channel++) {
            memory[channel] = model.input().slice(channel * plane, plane);
            planes[channel] = new Mat(size, size, CvType.CV_32FC1, memory[channel]);
        }
    }

    /** @param picture BGR bytes of the model's width and height */
    void fill(Mat picture) {
        if (picture.rows() != model.size() || picture.cols() != model.size() || picture.type() != CvType.CV_8UC3) {
            throw new IllegalArgumentException("a model input of " + model.size() + " does not take " + picture);
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            Core.extractChannel(picture, bytes, scaling.rgb() ? CHANNELS - 1 - channel : channel);
            bytes.convertTo(planes[channel], CvType.CV_32F, scaling.scale(), -scaling.mean() * scaling.scale());
        }
    }

    void release() {
        bytes.release();
        for (Mat plane : planes) {
            plane.release();
        }
    }
}
