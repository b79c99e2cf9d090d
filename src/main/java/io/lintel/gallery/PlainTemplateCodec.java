package io.lintel.gallery;

import io.lintel.face.Embedding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** IEEE 754 single precision, little endian, one after the other. */
public final class PlainTemplateCodec implements TemplateCodec {

    @Override
    public int number() {
        return 1;
    }

    @Override
    public byte[] encode(PersonId owner, Embedding embedding) {
        float[] values = embedding.values();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    @Override
    public Embedding decode(PersonId owner, byte[] stored) {
        if (stored.length == 0 || stored.length % Float.BYTES != 0) {
            throw new IllegalArgumentException(stored.length + " bytes are no embedding");
        }
        float[] values = new float[stored.length / Float.BYTES];
        ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return Embedding.of(values);
    }
}
