package io.lintel.backup;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A file under the encryption of age (age-encryption.org/v1), held in memory as a whole. */
public final class EncryptedFile {

    private EncryptedFile() {}

    /**
     * Writes a new file that only its owner may read.
     *
     * @param to does not exist yet
     * @throws BackupException if it cannot be written
     */
    public static void write(byte[] content, BackupKey.Encrypting key, Path to) {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel file = FileChannel.open(
                        to,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                OutputStream encrypted = Channels.newOutputStream(new StandardEncryptingChannelFactory()
                        .newEncryptingChannel(file, List.copyOf(key.stanzas().writers())))) {
            encrypted.write(content);
        } catch (IOException e) {
            throw new BackupException(
                    "the file " + to + " cannot be written: " + e, "choose another name, which does not exist yet", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt in the age format", e);
        }
    }

    /** @param most bytes that it may have @throws BackupException if the key does not open it, or it is no such file */
    public static byte[] read(Path from, BackupKey.Opening key, int most) {
        try (InputStream file = Files.newInputStream(from);
                InputStream content = Channels.newInputStream(new StandardDecryptingChannelFactory()
                        .newDecryptingChannel(Channels.newChannel(file), List.of(key.reader())))) {
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BackupException(
                        "the file is larger than " + (most >> 20) + " MB", "export fewer people at once");
            }
            return bytes;
        } catch (GeneralSecurityException e) {
            throw new BackupException(
                    "the file cannot be opened: wrong passphrase or key, or it is damaged", "check the key file", e);
        } catch (BackupException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new BackupException("the file cannot be read to its end: " + e.getMessage(), "copy it once more", e);
        }
    }
}
