package io.lintel.model.torch;

import io.lintel.model.ModelFormatException;
import io.lintel.model.torch.StateDictionary.Storage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The layout of PyTorch since 1.6: a zip archive with {@code <name>/data.pkl}, the dictionary, and {@code <name>/data/<key>}, a
 * storage's numbers. It goes by the archive's directory, since PyTorch's local headers cannot be read in a stream. No entry is
 * unpacked beyond the length that it must have, and all together not beyond the archive's: PyTorch does not compress.
 */
final class ZipLayout {

    private static final int LOCAL_FILE_HEADER = 0x04034b50;
    private static final String DICTIONARY = "/data.pkl";

    private ZipLayout() {}

    static boolean fits(ByteBuffer file) {
        return file.remaining() >= Integer.BYTES && file.getInt(0) == LOCAL_FILE_HEADER;
    }

    static Map<String, TorchTensor> tensors(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> dictionaries = zip.stream()
                    .filter(entry -> entry.getName().endsWith(DICTIONARY))
                    .toList();
            if (dictionaries.size() != 1) {
                throw new ModelFormatException("the archive holds no data.pkl, or several");
            }
            String name = dictionaries.getFirst().getName();
            String folder = name.substring(0, name.length() - DICTIONARY.length());
            PickleValue dictionary = PickleReader.read(content(zip, name, PickleReader.LONGEST));
            long announced = StateDictionary.storages(dictionary).values().stream()
                    .mapToLong(storage -> (long) storage.elements() * Float.BYTES)
                    .sum();
            if (announced > file.toFile().length()) {
                throw new ModelFormatException("the archive's storages are larger than the archive");
            }
            return StateDictionary.tensors(dictionary, storage -> floats(zip, folder, storage));
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static ModelFormatException damaged(IOException e) {
        return new ModelFormatException("the archive is damaged", e);
    }

    private static float[] floats(ZipFile zip, String folder, Storage storage) {
        try {
            int length = storage.elements() * Float.BYTES;
            ByteBuffer numbers = content(zip, folder + "/data/" + storage.key(), length);
            if (numbers.remaining() != length) {
                throw new ModelFormatException("storage " + storage.key() + " is shorter than announced");
            }
            float[] values = new float[storage.elements()];
            numbers.asFloatBuffer().get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer content(ZipFile zip, String name, int longest) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ModelFormatException("the archive lacks " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(longest);
            if (in.read() >= 0) {
                throw new ModelFormatException(name + " unpacks to more than " + longest + " bytes");
            }
            return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }
}
