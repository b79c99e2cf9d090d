package io.lintel.audit.chain;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The box's own key, with which it signs its log. Kept in a file that only its owner may read. Thread-safe. */
public final class AuditKey {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOR_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----\\n([A-Za-z0-9+/=\\n]+)-----END \\1 KEY-----\\n");

    private final PrivateKey key;
    private final PublicAuditKey publicKey;

    private AuditKey(PrivateKey key, PublicAuditKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /** Reads it; makes it where there is none. Of several processes that do so at once, one makes it. */
    static AuditKey readOrMake(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return read(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new LintelException(
                    "the key that signs the log cannot be read: " + file + ": " + e,
                    "restore it from a backup; without it move the file away: the log goes on with a new key, and its"
                            + " verification says so",
                    e);
        }
    }

    public PublicAuditKey publicKey() {
        return publicKey;
    }

    Signed sign(byte[] statement) {
        try {
            return new Signed(publicKey.id(), signature(key, statement));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key has signed before", e);
        }
    }

    static AuditKey read(Path file) throws IOException, GeneralSecurityException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(FOR_OTHERS::contains)) {
            throw new LintelException(
                    "the key that signs the log can be read by others: " + file,
                    "chmod 600 " + file + "; if others may have read it, move it away: a new one is made");
        }
        String text = Files.readString(file);
        byte[] secret = block(text, "PRIVATE");
        PrivateKey key =
                KeyFactory.getInstance(PublicAuditKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret));
        PublicAuditKey publicKey = PublicAuditKey.of(block(text, "PUBLIC"));
        byte[] probe = RowHash.none();
        if (!publicKey.hasSigned(probe, new Signed(publicKey.id(), signature(key, probe)))) {
            throw new GeneralSecurityException("its two halves do not belong together");
        }
        return new AuditKey(key, publicKey);
    }

    private static byte[] signature(PrivateKey key, byte[] statement) throws GeneralSecurityException {
        Signature signing = Signature.getInstance(PublicAuditKey.ALGORITHM);
        signing.initSign(key);
        signing.update(statement);
        return signing.sign();
    }

    private static byte[] block(String text, String which) throws GeneralSecurityException {
        Matcher blocks = PEM.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1).equals(which)) {
                try {
                    return Base64.getMimeDecoder().decode(blocks.group(2));
                } catch (IllegalArgumentException e) {
                    throw new GeneralSecurityException("its " + which + " KEY is not Base64", e);
                }
            }
        }
        throw new GeneralSecurityException("it has no " + which + " KEY");
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(PublicAuditKey.ALGORITHM).generateKeyPair();
        String text = pem("PRIVATE", pair.getPrivate().getEncoded())
                + pem("PUBLIC", pair.getPublic().getEncoded());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "audit-key",
                ".new",
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.write(
                    fresh,
                    text.getBytes(StandardCharsets.US_ASCII),
                    java.nio.file.StandardOpenOption.WRITE,
                    java.nio.file.StandardOpenOption.SYNC);
            Files.createLink(file, fresh); // unlike a move it fails where another process was faster
        } catch (FileAlreadyExistsException e) {
            // The other process's key it is.
        } finally {
            Files.delete(fresh);
        }
    }

    private static String pem(String which, byte[] der) {
        return "-----BEGIN " + which + " KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + which + " KEY-----\n";
    }
}
