package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An embedding as bytes, before it is sealed: IEEE 754 single precision, little endian, one after the other. */
final class TemplateCodec {

    private TemplateCodec() {}

    static byte[] encode(Embedding embedding) {
        float[] values = embedding.values();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /** @throws IllegalArgumentException if these bytes are no embedding */
    static Embedding decode(byte[] bytes) {
        if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are no embedding");
        }
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Embedding.of(values);
    }
}
