package io.lintel.model.dlib;

import io.lintel.fuzz.Fuzz;
import java.nio.ByteBuffer;

class DlibFuzzTest {

    @Fuzz
    void weights(byte[] input) {
        DlibWeights.read(ByteBuffer.wrap(input));
    }
}
