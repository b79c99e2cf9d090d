package io.lintel.model.tflite;

import io.lintel.fuzz.Fuzz;
import java.nio.ByteBuffer;

class TfliteFuzzTest {

    @Fuzz(tries = 3000)
    void importer(byte[] input) {
        TfliteImporter.toOnnx(ByteBuffer.wrap(input), "model");
    }
}
