package io.lintel.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import io.lintel.crypto.DetachedKey;
import io.lintel.fuzz.Fuzz;
import io.lintel.fuzz.ScratchFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

class BackupFuzzTest {

    private static final BackupKey.NewIdentity KEY = BackupKey.NewIdentity.make();

    /** What lies under the encryption: whoever has the recipient can make a file that opens. */
    @Fuzz(tries = 300)
    void content(byte[] input) throws IOException, GeneralSecurityException {
        read(encrypted(input));
    }

    /** The encrypted file itself: the input says where it is spoilt, and how. */
    @Fuzz(tries = 300)
    void spoilt(byte[] input) throws IOException, GeneralSecurityException {
        byte[] file = encrypted(new byte[100]);
        for (int i = 0; i + 1 < Math.min(input.length, 16); i += 2) {
            file[Byte.toUnsignedInt(input[i]) * file.length / 256] ^= input[i + 1];
        }
        read(file);
    }

    /** The keys before the encrypted part, as a box reads them that destroys a deleted person's key in a folder anybody may write to. */
    @Fuzz(refusals = IOException.class)
    void keySection(byte[] input) throws IOException {
        KeySection.read(new ByteArrayInputStream(input));
        byte[] tag = new byte[DetachedKey.TAG_BYTES];
        Arrays.fill(tag, (byte) 'a'); // as in the files this begins with
        Path file = ScratchFolder.file("some.backup", input);

        KeySection.destroy(file, Set.of(ByteBuffer.wrap(tag)));

        assertThat(file).hasSize(input.length);
    }

    @Fuzz
    void keyFile(byte[] input) throws GeneralSecurityException {
        BackupKey.opening(new String(input, StandardCharsets.UTF_8)).reader();
    }

    private static void read(byte[] file) {
        BackupFile.read(
                new ByteArrayInputStream(file), KEY.identity(), (info, name, content) -> content.readAllBytes());
    }

    private static byte[] encrypted(byte[] content) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (OutputStream plain = Channels.newOutputStream(new StandardEncryptingChannelFactory()
                .newEncryptingChannel(
                        Channels.newChannel(file),
                        List.copyOf(KEY.recipient().stanzas().writers())))) {
            plain.write(content);
        }
        return file.toByteArray();
    }
}
