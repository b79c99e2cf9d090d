package io.lintel.backup;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.codec.CanonicalBase64;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * The age format's stanza for a passphrase (age-encryption.org/v1, "The scrypt recipient type"): the file's key under
 * ChaCha20-Poly1305 with a key that scrypt makes of the passphrase. It has to be the only stanza of its file.
 */
final class ScryptStanza implements RecipientStanzaWriter, RecipientStanzaReader {

    private static final String TYPE = "scrypt";
    private static final byte[] LABEL = "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int WRAPPED_BYTES = 32;
    private static final int BLOCK_SIZE = 8;
    private static final Pattern WORK_FACTOR = Pattern.compile("[1-9][0-9]?");

    /** log2 of scrypt's N: 64 MiB and some 0.2 s. The age program's own 18 would take 256 MiB, more than a small box has to spare. */
    private static final int LOG_N = 16;

    /** What a foreign file may ask for: 256 MiB. */
    private static final int GREATEST_LOG_N = 18;

    private final String passphrase;

    ScryptStanza(String passphrase) {
        this.passphrase = passphrase;
    }

    @Override
    public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey) throws GeneralSecurityException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, salt, LOG_N).doFinal(fileKey.getEncoded());
        List<String> arguments = List.of(CanonicalBase64.getEncoder().encodeToString(salt), Integer.toString(LOG_N));
        return List.of(new Stanza(arguments, wrapped));
    }

    @Override
    public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        Iterator<RecipientStanza> all = stanzas.iterator();
        RecipientStanza stanza = all.next();
        if (!stanza.getType().equals(TYPE) || all.hasNext()) {
            throw new UnsupportedRecipientStanzaException(
                    "it is not encrypted with a passphrase but to age recipients");
        }
        List<String> arguments = stanza.getArguments();
        if (arguments.size() != 2
                || !WORK_FACTOR.matcher(arguments.get(1)).matches()
                || stanza.getBody().length != WRAPPED_BYTES) {
            throw new UnsupportedRecipientStanzaException("its header is damaged");
        }
        int logN = Integer.parseInt(arguments.get(1));
        if (logN > GREATEST_LOG_N) {
            throw new UnsupportedRecipientStanzaException(
                    "its passphrase has a work factor of " + logN + ", at most " + GREATEST_LOG_N + " is read here");
        }
        byte[] salt = CanonicalBase64.getDecoder().decode(arguments.get(0).getBytes(StandardCharsets.US_ASCII));
        if (salt.length != SALT_BYTES) {
            throw new UnsupportedRecipientStanzaException("its header is damaged");
        }
        return new FileKey(cipher(Cipher.DECRYPT_MODE, salt, logN).doFinal(stanza.getBody()));
    }

    private Cipher cipher(int mode, byte[] salt, int logN) throws GeneralSecurityException {
        ByteArrayOutputStream labelled = new ByteArrayOutputStream();
        labelled.writeBytes(LABEL);
        labelled.writeBytes(salt);
        byte[] key = SCrypt.generate(
                passphrase.getBytes(StandardCharsets.UTF_8), labelled.toByteArray(), 1 << logN, BLOCK_SIZE, 1, 32);
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        // The key is used once, so its nonce may be zero, as the format demands.
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[12]));
        return cipher;
    }

    private record Stanza(List<String> arguments, byte[] body) implements RecipientStanza {

        @Override
        public String getType() {
            return TYPE;
        }

        @Override
        public List<String> getArguments() {
            return arguments;
        }

        @Override
        public byte[] getBody() {
            return body;
        }
    }
}
