package io.lintel.evaluation.embedding;

import io.lintel.face.Embedding;
import io.lintel.face.QualityFlaw;
import io.lintel.system.LintelException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Readings of picture files by the SHA-256 of their content, in one file for each set of models, so that an evaluation that was broken off goes on
 * where it was and the next one needs no models. Records are appended one by one: what a kill leaves half written is cut off when the file is
 * opened again. Thread-safe.
 */
public final class EmbeddingCache implements AutoCloseable {

    private static final int HASH_CHARACTERS = 64;
    private static final int LONGEST_RECORD = 1 << 20;

    private final Map<String, Reading> readings = new HashMap<>();
    private final FileChannel channel;

    private EmbeddingCache(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param folder made when it is not there
     * @param models what the readings depend on besides the pictures: a hash of the models and settings
     */
    public static EmbeddingCache open(Path folder, String models) {
        Path file = folder.resolve(models + ".readings");
        try {
            Files.createDirectories(folder);
            EmbeddingCache cache = new EmbeddingCache(FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            cache.load(ByteBuffer.wrap(Files.readAllBytes(file)));
            return cache;
        } catch (IOException e) {
            throw new LintelException(
                    "the cache of embeddings " + file + " cannot be used: " + e.getMessage(),
                    "name another folder with --cache",
                    e);
        }
    }

    private void load(ByteBuffer bytes) throws IOException {
        int whole = 0;
        while (bytes.remaining() >= Integer.BYTES) {
            int length = bytes.getInt();
            if (length < HASH_CHARACTERS || length > LONGEST_RECORD || length > bytes.remaining()) {
                break;
            }
            int end = bytes.position() + length;
            byte[] hash = new byte[HASH_CHARACTERS];
            bytes.get(hash);
            readings.put(new String(hash, java.nio.charset.StandardCharsets.US_ASCII), reading(bytes));
            bytes.position(end);
            whole = end;
        }
        channel.truncate(whole);
        channel.position(whole);
    }

    private static Reading reading(ByteBuffer bytes) {
        int width = bytes.getInt();
        int height = bytes.getInt();
        float eyeDistance = bytes.getFloat();
        int bits = bytes.getInt();
        Set<QualityFlaw> flaws = EnumSet.noneOf(QualityFlaw.class);
        for (QualityFlaw flaw : QualityFlaw.values()) {
            if ((bits & 1 << flaw.ordinal()) != 0) {
                flaws.add(flaw);
            }
        }
        int views = bytes.getInt();
        int dimension = bytes.getInt();
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < views; i++) {
            float[] values = new float[dimension];
            bytes.asFloatBuffer().get(values);
            bytes.position(bytes.position() + dimension * Float.BYTES);
            embeddings.add(Embedding.of(values));
        }
        return new Reading(width, height, eyeDistance, flaws, embeddings);
    }

    /**
     * What is known of a picture.
     *
     * @param sha256 of the file's content
     * @param views how many embeddings are needed; a reading with fewer is no answer
     */
    public synchronized Optional<Reading> find(String sha256, int views) {
        Reading known = readings.get(sha256);
        return known == null || known.hasFace() && known.views().size() < views ? Optional.empty() : Optional.of(known);
    }

    /** Remembers a reading; it is on its way to the disk when this returns. */
    public synchronized void put(String sha256, Reading reading) {
        readings.put(sha256, reading);
        try {
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(record);
            out.writeBytes(sha256);
            out.writeInt(reading.width());
            out.writeInt(reading.height());
            out.writeFloat(reading.eyeDistance());
            out.writeInt(reading.flaws().stream()
                    .mapToInt(flaw -> 1 << flaw.ordinal())
                    .sum());
            out.writeInt(reading.views().size());
            out.writeInt(reading.hasFace() ? reading.views().getFirst().dimension() : 0);
            for (Embedding view : reading.views()) {
                for (float value : view.values()) {
                    out.writeFloat(value);
                }
            }
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + record.size())
                    .putInt(record.size())
                    .put(record.toByteArray())
                    .flip();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized int size() {
        return readings.size();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
