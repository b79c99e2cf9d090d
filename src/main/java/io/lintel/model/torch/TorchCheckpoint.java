package io.lintel.model.torch;

import io.lintel.model.ModelFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The tensors of a file that torch.save wrote, by name. Both layouts are read: the older, a row of pickles with the numbers after
 * them, in which MiniFASNet is published; and the newer, a zip archive.
 */
record TorchCheckpoint(Map<String, TorchTensor> tensors) {

    /** @throws ModelFormatException if the file is damaged, or asks for anything that a state dictionary does not need */
    static TorchCheckpoint read(Path file) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        return new TorchCheckpoint(ZipLayout.fits(content) ? ZipLayout.tensors(file) : PickleLayout.tensors(content));
    }

    TorchTensor tensor(String name) {
        TorchTensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelFormatException("the state dictionary has no " + name);
        }
        return tensor;
    }

    boolean has(String name) {
        return tensors.containsKey(name);
    }
}
