package io.lintel.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A constant of a graph.
 *
 * @param type ONNX's number of the elements' type
 * @param raw the elements, little-endian
 */
// never changed: a graph's own, from when it is made
@SuppressWarnings("ArrayRecordComponent")
record Constant(int type, byte[] raw, int[] shape) {

    float[] floats() {
        float[] values = new float[raw.length / Float.BYTES];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    long[] longs() {
        long[] values = new long[raw.length / Long.BYTES];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
        return values;
    }
}
