package io.lintel.model.tflite;

import io.lintel.fuzz.Fuzz;
import java.nio.ByteBuffer;

class TfliteFuzzTest {

    @Fuzz(tries = 3000, mostMegabytes = 128) // its most weights, some copies of them
    void importer(byte[] input) {
        TfliteImporter.toOnnx(ByteBuffer.wrap(input), "model");
    }
}
