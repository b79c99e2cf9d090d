package io.lintel.model.onnx;

/**
 * The weights of a convolution.
 *
 * @param weights in the order output channel, input channel of the group, row, column
 * @param bias one for each output channel
 * @param group input channels divided by {@code groupInputs}; 1 for a full convolution, the channels' number for a depthwise one
 */
// an importer's intermediate value: nothing compares or keeps it
@SuppressWarnings("ArrayRecordComponent")
public record Kernel(float[] weights, float[] bias, int outputs, int groupInputs, int height, int width, int group) {

    public Kernel {
        if (outputs < 1
                || groupInputs < 1
                || height < 1
                || width < 1
                || weights.length
                        != Math.multiplyExact(
                                Math.multiplyExact(outputs, groupInputs), Math.multiplyExact(height, width))
                || bias.length != outputs) {
            throw new IllegalArgumentException("%d weights and %d biases do not make a %dx%dx%dx%d kernel"
                    .formatted(weights.length, bias.length, outputs, groupInputs, height, width));
        }
    }

    /** A kernel of one weight a channel. */
    public static Kernel perChannel(float[] weights) {
        int channels = weights.length;
        return new Kernel(weights, new float[channels], channels, 1, 1, 1, channels);
    }

    /** This convolution followed by {@code y * scale + shift} of each channel, in one. */
    public Kernel then(double[] scale, double[] shift) {
        int each = groupInputs * height * width;
        float[] scaled = new float[weights.length];
        float[] shifted = new float[outputs];
        for (int channel = 0; channel < outputs; channel++) {
            for (int i = channel * each; i < (channel + 1) * each; i++) {
                scaled[i] = (float) (weights[i] * scale[channel]);
            }
            shifted[channel] = (float) (bias[channel] * scale[channel] + shift[channel]);
        }
        return new Kernel(scaled, shifted, outputs, groupInputs, height, width, group);
    }
}
