package io.lintel.face;

import io.lintel.model.ChannelOrder;
import io.lintel.model.Preprocessing;

/**
 * How bytes become the numbers that a network was trained on: {@code (byte - mean) * scale}, in the network's channel
 * order.
 *
 * @param rgb whether the first channel is red; otherwise it is blue, as OpenCV keeps pictures
 */
record PixelScaling(boolean rgb, double mean, double scale) {

    /** As the catalogue says for a model. */
    static PixelScaling of(Preprocessing input) {
        return new PixelScaling(input.channels() == ChannelOrder.RGB, input.mean(), 1 / input.std());
    }

    /** MediaPipe's detectors: -1 to 1. */
    static final PixelScaling SIGNED_RGB = new PixelScaling(true, 127.5, 1 / 127.5);

    /** MediaPipe's face_landmark: 0 to 1. */
    static final PixelScaling UNIT_RGB = new PixelScaling(true, 0, 1 / 255.0);
}
