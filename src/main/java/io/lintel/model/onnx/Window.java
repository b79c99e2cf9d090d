package io.lintel.model.onnx;

/**
 * How a convolution or a pooling moves over a picture. All in pixels.
 *
 * @param height of the kernel
 * @param width of the kernel
 * @param top padding; likewise the other sides
 */
public record Window(int height, int width, int strideY, int strideX, int top, int left, int bottom, int right) {

    /** A square kernel with the same padding all round. */
    public static Window square(int kernel, int stride, int padding) {
        return new Window(kernel, kernel, stride, stride, padding, padding, padding, padding);
    }

    /** One pixel at a time, where it is. */
    public static Window point() {
        return square(1, 1, 0);
    }

    Attribute[] attributes(Attribute... more) {
        Attribute[] all = new Attribute[3 + more.length];
        all[0] = Attribute.list("kernel_shape", height, width);
        all[1] = Attribute.list("strides", strideY, strideX);
        all[2] = Attribute.list("pads", top, left, bottom, right);
        System.arraycopy(more, 0, all, 3, more.length);
        return all;
    }
}
