package io.lintel.audit.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The key that proves what the box has signed (Ed25519, RFC 8032). Immutable. */
public final class PublicAuditKey {

    static final String ALGORITHM = "Ed25519";

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410, section 4). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int LENGTH = 32;
    private static final int ID_LENGTH = 8;

    private final byte[] raw;
    private final PublicKey key;
    private final byte[] id;

    private PublicAuditKey(byte[] raw, PublicKey key) {
        this.raw = raw;
        this.key = key;
        this.id = Arrays.copyOf(Canonical.sha256("").bytes(raw).hash(), ID_LENGTH);
    }

    static PublicAuditKey of(byte[] x509) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509));
        return new PublicAuditKey(Arrays.copyOfRange(x509, X509.length, x509.length), key);
    }

    /** As {@link #text} writes it; empty if it is no such key. */
    public static Optional<PublicAuditKey> parse(String text) {
        try {
            byte[] raw = Base64.getDecoder().decode(text.strip());
            if (raw.length != LENGTH) {
                return Optional.empty();
            }
            byte[] x509 = Arrays.copyOf(X509, X509.length + LENGTH);
            System.arraycopy(raw, 0, x509, X509.length, LENGTH);
            return Optional.of(of(x509));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The 32 bytes of the key in Base64, 44 characters: to be kept elsewhere. */
    public String text() {
        return Base64.getEncoder().encodeToString(raw);
    }

    /** For reading aloud: the first eight bytes of its SHA-256, as signatures name it. */
    public String fingerprint() {
        return HexFormat.of().formatHex(id);
    }

    byte[] id() {
        return id.clone();
    }

    boolean isNamedBy(Signed signed) {
        return Arrays.equals(id, signed.key());
    }

    boolean hasSigned(byte[] statement, Signed signed) {
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(statement);
            return verification.verify(signed.signature());
        } catch (SignatureException e) {
            return false; // bytes that are no signature at all
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
