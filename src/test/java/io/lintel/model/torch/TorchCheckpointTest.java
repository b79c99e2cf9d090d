package io.lintel.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.model.ModelFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both layouts of torch.save, written by hand: a 2x3 tensor of floats and a counter. */
class TorchCheckpointTest {

    private static final float[] NUMBERS = {1, 2, 3, 4, 5, 6};

    @TempDir
    private Path folder;

    @Test
    void readsTheOlderLayout() throws Exception {
        TorchCheckpoint checkpoint = TorchCheckpoint.read(older(dictionary(), NUMBERS));

        assertThat(checkpoint.tensors()).containsOnlyKeys("weight");
        assertThat(checkpoint.tensor("weight").shape()).containsExactly(2, 3);
        assertThat(checkpoint.tensor("weight").values()).containsExactly(NUMBERS);
        assertThatThrownBy(() -> checkpoint.tensor("bias"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("bias");
    }

    @Test
    void readsTheZipLayoutAsPyTorchWritesIt() throws Exception {
        Path file = zip(dictionary(), bytes(NUMBERS), ZipEntry.STORED);
        byte[] archive = Files.readAllBytes(file);
        // PyTorch sets "streamed" and "UTF-8" in each local header of a stored entry, which a ZipInputStream refuses
        for (int i = 0; i + 8 < archive.length; i++) {
            if (archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 3 && archive[i + 3] == 4) {
                archive[i + 6] = 8;
                archive[i + 7] = 8;
            }
        }
        Files.write(file, archive);

        TorchCheckpoint checkpoint = TorchCheckpoint.read(file);

        assertThat(checkpoint.tensors()).containsOnlyKeys("weight");
        assertThat(checkpoint.tensor("weight").values()).containsExactly(NUMBERS);
    }

    @Test
    void refusesAnArchiveWhoseDictionaryUnpacksToAnyLength() throws Exception {
        byte[] zeros = new byte[40 * PickleReader.LONGEST];
        Path bomb = zip(zeros, bytes(NUMBERS), ZipEntry.DEFLATED);

        assertThat(Files.size(bomb)).isLessThan(zeros.length / 100);
        assertThatThrownBy(() -> TorchCheckpoint.read(bomb))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("unpacks to more than");
    }

    @Test
    void refusesAnArchiveWhoseStoragesAreLargerThanItself() throws Exception {
        int elements = 50_000_000;
        byte[] pickle = filled(new PickleWriter()
                .raw('}')
                .tensor("weight", "FloatStorage", "7", elements, new int[] {elements}, new int[] {1}));
        Path bomb = zip(pickle, new byte[4_000_000], ZipEntry.DEFLATED);

        assertThatThrownBy(() -> TorchCheckpoint.read(bomb))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("larger than the archive");
    }

    @Test
    void refusesAStorageThatIsLongerOrShorterThanAnnounced() throws Exception {
        for (int bytes : new int[] {20, 28}) {
            Path wrong = zip(dictionary(), new byte[bytes], ZipEntry.STORED);
            assertThatThrownBy(() -> TorchCheckpoint.read(wrong)).isInstanceOf(ModelFormatException.class);
        }
        Path older = older(dictionary(), new float[] {1, 2, 3, 4, 5});
        assertThatThrownBy(() -> TorchCheckpoint.read(older)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void refusesTensorsThatShareAStorageSinceTheirCopiesWouldHaveNoBound() throws Exception {
        byte[] shared = filled(new PickleWriter()
                .raw('}')
                .tensor("one", "FloatStorage", "7", 6, new int[] {2, 3}, new int[] {3, 1})
                .raw('s')
                .tensor("two", "FloatStorage", "7", 6, new int[] {6}, new int[] {1}));

        assertThatThrownBy(() -> TorchCheckpoint.read(zip(shared, bytes(NUMBERS), ZipEntry.STORED)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("share");
    }

    @Test
    void refusesTensorsThatAreTransposedOrReachOutOfTheirStorage() throws Exception {
        for (int[][] view : List.of(
                new int[][] {{3, 2}, {1, 3}},
                new int[][] {{7}, {1}},
                new int[][] {{65536, 65536}, {65536, 1}},
                new int[][] {{-1}, {1}},
                new int[][] {{2, 3}, {1}})) {
            byte[] pickle =
                    filled(new PickleWriter().raw('}').tensor("weight", "FloatStorage", "7", 6, view[0], view[1]));
            assertThatThrownBy(() -> TorchCheckpoint.read(zip(pickle, bytes(NUMBERS), ZipEntry.STORED)))
                    .isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void refusesAFileOfAnotherKind() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "this is no model");
        Path archive = folder.resolve("archive");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
        }
        Path pickle = Files.write(
                folder.resolve("pickle"), new PickleWriter().text("magic").stop());

        for (Path file : List.of(text, archive, pickle)) {
            assertThatThrownBy(() -> TorchCheckpoint.read(file)).isInstanceOf(ModelFormatException.class);
        }
    }

    private static byte[] dictionary() {
        return filled(new PickleWriter()
                .emptyOrderedDict()
                .tensor("weight", "FloatStorage", "7", 6, new int[] {2, 3}, new int[] {3, 1})
                .raw('s')
                .tensor("batches", "LongStorage", "8", 1, new int[] {}, new int[] {}));
    }

    /** The dictionary with its last entry put in. */
    private static byte[] filled(PickleWriter dictionary) {
        return dictionary.raw('s').stop();
    }

    private Path older(byte[] dictionary, float[] numbers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new PickleWriter()
                .raw(0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)
                .stop());
        out.writeBytes(new PickleWriter().whole(1001).stop());
        out.writeBytes(
                new PickleWriter().raw('}').text("little_endian").raw(0x88, 's').stop());
        out.writeBytes(dictionary);
        out.writeBytes(
                new PickleWriter().raw(']', '(').text("7").text("8").raw('e').stop());
        out.writeBytes(little(8).putLong(6).array());
        out.writeBytes(bytes(numbers));
        out.writeBytes(little(16).putLong(1).putLong(99).array());
        return Files.write(folder.resolve("older.pth"), out.toByteArray());
    }

    private Path zip(byte[] dictionary, byte[] storage, int method) throws IOException {
        Path file = folder.resolve("newer.pth");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "archive/data.pkl", dictionary, method);
            put(zip, "archive/data/7", storage, method);
            put(zip, "archive/data/8", new byte[8], method);
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, int method) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setSize(content.length);
        zip.putNextEntry(entry);
        zip.write(content);
    }

    private static byte[] bytes(float[] numbers) {
        ByteBuffer buffer = little(numbers.length * Float.BYTES);
        buffer.asFloatBuffer().put(numbers);
        return buffer.array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
