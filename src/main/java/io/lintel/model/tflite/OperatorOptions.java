package io.lintel.model.tflite;

/** What an operator is set to, for those that have settings. Strides and sizes in pixels. */
sealed interface OperatorOptions {

    record Convolution(Padding padding, int strideY, int strideX, Activation activation) implements OperatorOptions {}

    record Pooling(Padding padding, int strideY, int strideX, int height, int width, Activation activation)
            implements OperatorOptions {}

    record Concatenation(int axis, Activation activation) implements OperatorOptions {}

    record Resize(boolean alignCorners, boolean halfPixelCenters) implements OperatorOptions {}

    /** An operator of which nothing else can be set. */
    record Activated(Activation activation) implements OperatorOptions {}

    record None() implements OperatorOptions {}

    /** The schema's Padding. */
    enum Padding {
        SAME,
        VALID
    }

    /** The schema's ActivationFunctionType, as far as it is imported. */
    enum Activation {
        NONE,
        RELU
    }
}
