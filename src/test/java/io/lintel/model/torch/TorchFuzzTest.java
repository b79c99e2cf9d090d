package io.lintel.model.torch;

import io.lintel.fuzz.Fuzz;
import io.lintel.fuzz.ScratchFolder;
import java.io.IOException;
import java.nio.ByteBuffer;

class TorchFuzzTest {

    @Fuzz
    void pickle(byte[] input) {
        PickleReader.read(ByteBuffer.wrap(input));
    }

    @Fuzz
    void checkpoint(byte[] input) throws IOException {
        TorchCheckpoint.read(ScratchFolder.file("model.pth", input));
    }
}
