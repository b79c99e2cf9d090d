package io.lintel.model.torch;

/** Batch normalisation of a trained network: {@code y * scale + shift} for each channel. */
@SuppressWarnings("ArrayRecordComponent")
record BatchNormalisation(double[] scale, double[] shift) {

    /** PyTorch's default, which keeps the root away from zero. */
    private static final double EPSILON = 1e-5;

    static BatchNormalisation of(float[] weight, float[] bias, float[] mean, float[] variance) {
        double[] scale = new double[weight.length];
        double[] shift = new double[weight.length];
        for (int channel = 0; channel < weight.length; channel++) {
            scale[channel] = weight[channel] / Math.sqrt(variance[channel] + EPSILON);
            shift[channel] = bias[channel] - mean[channel] * scale[channel];
        }
        return new BatchNormalisation(scale, shift);
    }
}
