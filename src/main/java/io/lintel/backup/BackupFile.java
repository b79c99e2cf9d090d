package io.lintel.backup;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import io.lintel.crypto.DetachedKey;
import io.lintel.system.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The form of a backup: people's data keys ({@link KeySection}), then a ZIP file under the encryption of age (age-encryption.org/v1), so that
 * {@code tail -c +N FILE | age -d > backup.zip} opens it without Lintel. Its first entry is {@value BackupInfo#ENTRY}, its last
 * {@value #SUMS}, in the format of sha256sum.
 */
final class BackupFile {

    static final String SUMS = "SHA256SUMS";

    /** The key of the checksums in the {@link KeySection}. */
    private static final String KEY_SUMS = "key-sums.key";

    private static final int LONGEST_TEXT = 1 << 20;

    private BackupFile() {}

    /** Takes the files of a backup one by one. */
    @FunctionalInterface
    interface EntryVisitor {

        /**
         * @param info what the backup says of itself
         * @param content to be read to its end, or not at all
         */
        void visit(BackupInfo info, String name, InputStream content) throws IOException;
    }

    /**
     * Writes a new file, durable on return.
     *
     * @param files what to put into it, by name, in this order
     * @param people their data keys, which are not in the database among the files
     * @param to does not exist yet
     */
    static void write(
            BackupInfo info,
            Map<String, Path> files,
            List<DetachedKey> people,
            BackupKey.Encrypting.Stanzas key,
            Path to)
            throws IOException, GeneralSecurityException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel file = FileChannel.open(
                to, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            byte[] sumsKey = new byte[KeySection.MAC_KEY_BYTES];
            new SecureRandom().nextBytes(sumsKey);
            ByteBuffer section = ByteBuffer.wrap(KeySection.encode(people, sumsKey));
            while (section.hasRemaining()) {
                file.write(section);
            }
            // Closed once, by the ZIP: each close of the encrypting channel would write a last chunk. What is below
            // stays open, since it
            // must be forced to the disk first.
            WritableByteChannel encrypted = new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(new Unclosed(file), List.copyOf(key.writers()));
            try (ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(encrypted))) {
                writeEntries(info, files, sumsKey, zip);
            }
            file.force(true);
        }
    }

    private static void writeEntries(BackupInfo info, Map<String, Path> files, byte[] sumsKey, ZipOutputStream zip)
            throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        write(BackupInfo.ENTRY, info.text(), sums, zip);
        write(KEY_SUMS, HexFormat.of().formatHex(sumsKey), sums, zip);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(file.getKey()));
            DigestOutputStream digest = new DigestOutputStream(zip, Sha256.digest());
            Files.copy(file.getValue(), digest);
            zip.closeEntry();
            sums.put(
                    file.getKey(),
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        }
        zip.putNextEntry(new ZipEntry(SUMS));
        StringBuilder lines = new StringBuilder();
        sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        zip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void write(String name, String text, Map<String, String> sums, ZipOutputStream zip)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
        sums.put(name, Sha256.of(bytes));
    }

    /**
     * What a backup says of itself and whom it can still show.
     *
     * @param people their data keys; empty for a backup of an older Lintel, where they are in the database
     */
    record Content(BackupInfo info, List<DetachedKey> people) {}

    /**
     * Reads a whole backup and checks each file of it.
     *
     * @param in can be marked
     * @throws BackupException if the key does not open it, or if it is damaged, cut off or no backup of Lintel
     */
    static Content read(InputStream in, BackupKey.Opening key, EntryVisitor visitor) {
        Optional<KeySection> section = section(in);
        try (ZipInputStream zip = new ZipInputStream(Channels.newInputStream(new StandardDecryptingChannelFactory()
                .newDecryptingChannel(Channels.newChannel(in), List.of(key.reader()))))) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(BackupInfo.ENTRY)) {
                throw new BackupException("that is no backup of Lintel", "choose a file that 'lintel backup' has made");
            }
            String description = text(zip);
            BackupInfo info = BackupInfo.parse(description);
            Map<String, String> sums = new LinkedHashMap<>();
            sums.put(BackupInfo.ENTRY, Sha256.of(description.getBytes(StandardCharsets.UTF_8)));
            String expected = "";
            String sumsKey = "";
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(SUMS)) {
                    expected = text(zip);
                    continue;
                }
                if (entry.getName().equals(KEY_SUMS)) {
                    sumsKey = text(zip);
                    sums.put(KEY_SUMS, Sha256.of(sumsKey.getBytes(StandardCharsets.UTF_8)));
                    continue;
                }
                DigestInputStream digest = new DigestInputStream(zip, Sha256.digest());
                visitor.visit(info, entry.getName(), digest);
                digest.transferTo(OutputStream.nullOutputStream());
                sums.put(
                        entry.getName(),
                        HexFormat.of().formatHex(digest.getMessageDigest().digest()));
            }
            StringBuilder found = new StringBuilder();
            sums.forEach(
                    (name, sum) -> found.append(sum).append("  ").append(name).append('\n'));
            if (!found.toString().equals(expected)) {
                throw new BackupException("the backup is incomplete", "choose another one");
            }
            if (section.isPresent() == sumsKey.isEmpty()) {
                throw new BackupException("the keys of the backup's people were cut off", "choose another one");
            }
            List<DetachedKey> people = section.isEmpty()
                    ? List.of()
                    : section.get().keys(HexFormat.of().parseHex(sumsKey));
            return new Content(
                    info.withLeftOut((int)
                            people.stream().filter(DetachedKey::isDestroyed).count()),
                    people);
        } catch (GeneralSecurityException e) {
            throw new BackupException(
                    "the backup cannot be opened: wrong passphrase or key, or the file is damaged",
                    "check the passphrase or the key file; if it is right, choose another backup",
                    e);
        } catch (BackupException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new BackupException("the backup cannot be read to its end: " + reason(e), "choose another backup", e);
        }
    }

    private static Optional<KeySection> section(InputStream in) {
        try {
            return KeySection.read(in);
        } catch (IOException e) {
            throw new BackupException("the backup cannot be read: " + reason(e), "choose another backup", e);
        }
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static String text(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            bytes.write(some, 0, n);
            if (bytes.size() > LONGEST_TEXT) {
                throw new IOException("its list of files is too long");
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** @param channel stays open */
    private record Unclosed(FileChannel channel) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return channel.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            // the owner does
        }
    }
}
