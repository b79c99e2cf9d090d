package io.lintel.backup;

import io.lintel.crypto.DetachedKey;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a backup: a text of {@value #HEADER} bytes that says what follows, then people's wrapped data keys, {@value #ENTRY} bytes
 * each so that none lies in two sectors of a disk. The key that unwraps them is in the encrypted part behind, and so is the one of the
 * entries' checksums. A key is destroyed in place, without any secret.
 */
final class KeySection {

    static final int MAC_KEY_BYTES = 32;

    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int SUM = 16;
    private static final int NAMED = Long.BYTES + DetachedKey.TAG_BYTES;
    private static final int USED = NAMED + DetachedKey.WRAPPED_BYTES + 2 * SUM;
    private static final Pattern TEXT = Pattern.compile("lintel-backup 2\nkeys=(0|[1-9][0-9]{0,6})\nage=[0-9]+\n+");

    private final List<Entry> entries;

    private KeySection(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * @param nameSum of number and tag, which stay
     * @param keySum of the key too
     */
    private record Entry(DetachedKey key, byte[] nameSum, byte[] keySum) {}

    static byte[] encode(List<DetachedKey> keys, byte[] macKey) {
        ByteBuffer all = ByteBuffer.allocate(HEADER + keys.size() * ENTRY).put(header(keys.size()));
        for (int i = 0; i < keys.size(); i++) {
            DetachedKey key = keys.get(i);
            all.position(HEADER + i * ENTRY)
                    .putLong(key.person())
                    .put(key.tag())
                    .put(key.wrapped())
                    .put(sum(macKey, keys.size(), i, key, null))
                    .put(sum(macKey, keys.size(), i, key, key.wrapped()));
        }
        return all.array();
    }

    private static byte[] header(int keys) {
        String text = "lintel-backup 2\nkeys=" + keys + "\nage=" + (HEADER + (long) keys * ENTRY) + "\n";
        return (text + "\n".repeat(HEADER - text.length())).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads up to where the encrypted part begins.
     *
     * @param in can be marked
     * @return empty for a backup of an older Lintel, which is encrypted from its first byte and holds the keys inside
     */
    static Optional<KeySection> read(InputStream in) throws IOException {
        in.mark(HEADER);
        byte[] header = in.readNBytes(HEADER);
        int keys = keysOf(header);
        if (keys < 0) {
            in.reset();
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            byte[] bytes = in.readNBytes(ENTRY);
            if (bytes.length < ENTRY) {
                throw new EOFException("it ends within its keys");
            }
            entries.add(entry(ByteBuffer.wrap(bytes)));
        }
        return Optional.of(new KeySection(entries));
    }

    /** @return how many keys follow; -1 where that is no such header */
    private static int keysOf(byte[] header) {
        Matcher text = TEXT.matcher(new String(header, StandardCharsets.US_ASCII));
        if (!text.matches()) {
            return -1;
        }
        int keys = Integer.parseInt(text.group(1));
        return Arrays.equals(header, header(keys)) ? keys : -1;
    }

    private static Entry entry(ByteBuffer bytes) throws IOException {
        DetachedKey key = new DetachedKey(
                bytes.getLong(), next(bytes, DetachedKey.TAG_BYTES), next(bytes, DetachedKey.WRAPPED_BYTES));
        Entry entry = new Entry(key, next(bytes, SUM), next(bytes, SUM));
        while (bytes.hasRemaining()) {
            if (bytes.get() != 0) {
                throw new IOException("one of its keys is damaged");
            }
        }
        return entry;
    }

    private static byte[] next(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    /** The keys, those too that are destroyed. @throws BackupException if something else than a destruction has changed them */
    List<DetachedKey> keys(byte[] macKey) {
        List<DetachedKey> keys = new ArrayList<>();
        for (Entry entry : entries) {
            DetachedKey key = entry.key();
            int at = keys.size();
            if (!MessageDigest.isEqual(entry.nameSum(), sum(macKey, entries.size(), at, key, null))
                    || !key.isDestroyed()
                            && !MessageDigest.isEqual(
                                    entry.keySum(), sum(macKey, entries.size(), at, key, key.wrapped()))) {
                throw new BackupException("one of the backup's keys is damaged", "choose another backup");
            }
            keys.add(key);
        }
        return keys;
    }

    private static byte[] sum(byte[] macKey, int keys, int at, DetachedKey key, byte @Nullable [] wrapped) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(macKey, "HmacSHA256"));
            mac.update(ByteBuffer.allocate(2 * Integer.BYTES + Long.BYTES)
                    .putInt(keys)
                    .putInt(at)
                    .putLong(key.person())
                    .flip());
            mac.update(key.tag());
            if (wrapped != null) {
                mac.update(wrapped);
            }
            return Arrays.copyOf(mac.doFinal(), SUM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC", e);
        }
    }

    /**
     * Overwrites keys in a backup, durable on return. Interrupted, it is gone on with by the next call; a backup without such a section is
     * left as it is.
     *
     * @param tags names of the keys
     * @return how many were still there
     */
    static int destroy(Path backup, Set<ByteBuffer> tags) throws IOException {
        int destroyed = 0;
        try (FileChannel file = FileChannel.open(backup, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int keys = keysOf(bytesAt(file, 0, HEADER));
            for (int i = 0; i < keys; i++) {
                long at = HEADER + (long) i * ENTRY;
                ByteBuffer bytes = ByteBuffer.wrap(bytesAt(file, at, ENTRY));
                if (bytes.limit() < USED) {
                    break; // still being written
                }
                DetachedKey key = entry(bytes).key();
                if (tags.contains(ByteBuffer.wrap(key.tag())) && !key.isDestroyed()) {
                    ByteBuffer zeros = ByteBuffer.allocate(DetachedKey.WRAPPED_BYTES);
                    while (zeros.hasRemaining()) {
                        file.write(zeros, at + NAMED + zeros.position());
                    }
                    destroyed++;
                }
            }
            if (destroyed > 0) {
                file.force(true);
            }
        }
        return destroyed;
    }

    private static byte[] bytesAt(FileChannel file, long at, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(most);
        while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
            // until it is full, or the file ends
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
