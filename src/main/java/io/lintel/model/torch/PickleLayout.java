package io.lintel.model.torch;

import io.lintel.model.ModelFormatException;
import io.lintel.model.torch.PickleValue.Flag;
import io.lintel.model.torch.PickleValue.Mapping;
import io.lintel.model.torch.PickleValue.Sequence;
import io.lintel.model.torch.PickleValue.Whole;
import io.lintel.model.torch.StateDictionary.Storage;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The layout of PyTorch before 1.6: five pickles (a magic number, the version, the machine, the dictionary, the storages' keys in
 * their order), then each storage as its number of elements and its elements.
 */
final class PickleLayout {

    /** torch/serialization.py, MAGIC_NUMBER. */
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);

    private static final int VERSION = 1001;

    private PickleLayout() {}

    static Map<String, TorchTensor> tensors(ByteBuffer file) {
        if (!(PickleReader.read(file) instanceof Whole magic) || !magic.value().equals(MAGIC)) {
            throw new ModelFormatException("this is no file of torch.save");
        }
        if (PickleReader.read(file).integer() != VERSION) {
            throw new ModelFormatException("the file's version is not " + VERSION);
        }
        Map<String, PickleValue> machine =
                PickleReader.read(file).as(Mapping.class).entries();
        if (!new Flag(true).equals(machine.get("little_endian"))) {
            throw new ModelFormatException("the file is big-endian, which is not imported");
        }
        PickleValue dictionary = PickleReader.read(file);
        Map<String, Storage> described = StateDictionary.storages(dictionary);
        Map<String, float[]> storages = new HashMap<>();
        for (PickleValue key : PickleReader.read(file).as(Sequence.class).elements()) {
            Storage storage = described.get(key.text());
            if (storage == null) {
                throw new ModelFormatException("the file holds a storage that no tensor points to");
            }
            storages.put(storage.key(), floats(file, storage));
        }
        return StateDictionary.tensors(dictionary, storage -> {
            float[] values = storages.get(storage.key());
            if (values == null) {
                throw new ModelFormatException("the file lacks storage " + storage.key());
            }
            return values;
        });
    }

    /** Passes one storage; of one that holds no floats the numbers are left. */
    private static float[] floats(ByteBuffer file, Storage storage) {
        try {
            long elements = file.getLong();
            int size = storage.floats() ? Float.BYTES : Long.BYTES;
            if (elements != storage.elements() || elements < 0 || elements * size > file.remaining()) {
                throw new ModelFormatException("storage " + storage.key() + " does not fit the file");
            }
            float[] values = new float[storage.floats() ? (int) elements : 0];
            file.asFloatBuffer().get(values);
            file.position(file.position() + (int) elements * size);
            return values;
        } catch (BufferUnderflowException e) {
            throw new ModelFormatException("the file ends before storage " + storage.key(), e);
        }
    }
}
