package io.lintel.model.torch;

import io.lintel.model.ModelFormatException;
import io.lintel.model.torch.PickleValue.Call;
import io.lintel.model.torch.PickleValue.Global;
import io.lintel.model.torch.PickleValue.Mapping;
import io.lintel.model.torch.PickleValue.Outside;
import io.lintel.model.torch.PickleValue.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors that a pickled state dictionary describes, each cut out of the storage it points to. Whole-number tensors (batch
 * normalisation counts its batches in one) are left out: no network computes with them.
 */
final class StateDictionary {

    private static final String FLOATS = "torch.FloatStorage";

    private StateDictionary() {}

    /** Where a tensor's numbers are. */
    record Storage(String key, boolean floats, int elements) {

        Storage {
            if (elements < 0) {
                throw new ModelFormatException("storage " + key + " has a size below zero");
            }
        }
    }

    /** Gives the numbers of a storage of floats. */
    interface Storages {
        float[] floats(Storage storage);
    }

    /**
     * Every storage that is pointed to, by its key. Each tensor has its own, so that all tensors together are no larger than the
     * file.
     */
    static Map<String, Storage> storages(PickleValue pickle) {
        Map<String, Storage> storages = new LinkedHashMap<>();
        for (PickleValue value : pickle.as(Mapping.class).entries().values()) {
            Storage storage = storage(arguments(value).getFirst());
            if (storages.put(storage.key(), storage) != null) {
                throw new ModelFormatException("two tensors share storage " + storage.key());
            }
        }
        return storages;
    }

    static Map<String, TorchTensor> tensors(PickleValue pickle, Storages storages) {
        Map<String, TorchTensor> tensors = new LinkedHashMap<>();
        pickle.as(Mapping.class).entries().forEach((name, value) -> {
            List<PickleValue> arguments = arguments(value);
            Storage storage = storage(arguments.getFirst());
            if (storage.floats()) {
                tensors.put(name, tensor(name, arguments, storages.floats(storage)));
            }
        });
        return tensors;
    }

    /** The arguments of _rebuild_tensor_v2: storage, offset, shape, strides, and what only training needs. */
    private static List<PickleValue> arguments(PickleValue value) {
        List<PickleValue> arguments = value.as(Call.class).arguments();
        if (arguments.size() < 4) {
            throw new ModelFormatException("a tensor is described by too little");
        }
        return arguments;
    }

    /** "storage", its type, its key, the device it was on, the number of its elements. */
    private static Storage storage(PickleValue outside) {
        List<PickleValue> key =
                outside.as(Outside.class).key().as(Sequence.class).elements();
        if (key.size() < 5) {
            throw new ModelFormatException("a storage is described by too little");
        }
        String type = key.get(1).as(Global.class).name();
        return new Storage(key.get(2).text(), type.equals(FLOATS), key.get(4).integer());
    }

    private static TorchTensor tensor(String name, List<PickleValue> arguments, float[] storage) {
        int offset = arguments.get(1).integer();
        List<Integer> shape = integers(arguments.get(2));
        List<Integer> strides = integers(arguments.get(3));
        long elements = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            if (strides.size() != shape.size() || strides.get(axis) != elements) {
                throw new ModelFormatException("the tensor " + name + " is not stored row by row");
            }
            elements *= shape.get(axis);
            if (shape.get(axis) < 1 || elements > storage.length) {
                throw new ModelFormatException("the tensor " + name + " is larger than its storage");
            }
        }
        if (offset < 0 || offset + elements > storage.length) {
            throw new ModelFormatException("the tensor " + name + " reaches out of its storage");
        }
        float[] values = new float[(int) elements];
        System.arraycopy(storage, offset, values, 0, values.length);
        return new TorchTensor(shape, values);
    }

    private static List<Integer> integers(PickleValue tuple) {
        List<Integer> integers = new ArrayList<>();
        tuple.as(Sequence.class).elements().forEach(element -> integers.add(element.integer()));
        return List.copyOf(integers);
    }
}
