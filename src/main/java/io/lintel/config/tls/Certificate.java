package io.lintel.config.tls;

import io.lintel.config.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * A certificate and its private key as PEM files that fit together.
 *
 * @param selfSigned nobody else vouches for it
 */
public record Certificate(Path certificate, Path key, Instant from, Instant until, boolean selfSigned) {

    /** A month is enough to order another one. */
    private static final Duration WARN_BEFORE = Duration.ofDays(30);

    /** @throws SettingsException if a file cannot be read, or the two do not belong together */
    public static Certificate of(Path certificate, Path key) {
        X509Certificate leaf = leaf(certificate);
        if (!fits(leaf, privateKey(key), key)) {
            throw new SettingsException(
                    "the key " + key + " does not belong to the certificate " + certificate,
                    "name the key that the certificate was made with (lintel.web.key)");
        }
        return new Certificate(
                certificate,
                key,
                leaf.getNotBefore().toInstant(),
                leaf.getNotAfter().toInstant(),
                leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()));
    }

    /** True when browsers refuse it, or will within a month. */
    public boolean isEnding(Instant now) {
        return now.isAfter(until.minus(WARN_BEFORE));
    }

    /** The DNS names and addresses that it was issued for; a name may begin with {@code *.}. */
    public Set<String> names() {
        try {
            Collection<List<?>> alternatives = leaf(certificate).getSubjectAlternativeNames();
            return alternatives == null
                    ? Set.of()
                    : alternatives.stream()
                            .map(alternative -> alternative.get(1))
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .collect(Collectors.toSet());
        } catch (CertificateParsingException e) {
            throw notPem("certificate", certificate, e);
        }
    }

    /** SHA-256 of the certificate, as browsers show it. */
    public String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(leaf(certificate).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw notPem("certificate", certificate, e);
        }
    }

    private static X509Certificate leaf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .findFirst()
                    .orElseThrow(() -> notPem("certificate", file, null));
        } catch (IOException e) {
            throw unreadable("certificate", file, e);
        } catch (GeneralSecurityException e) {
            throw notPem("certificate", file, e);
        }
    }

    private static PrivateKey privateKey(Path file) {
        try (PEMParser pem = new PEMParser(new StringReader(Files.readString(file)))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            for (Object part = pem.readObject(); part != null; part = pem.readObject()) {
                if (part instanceof PrivateKeyInfo info) {
                    return converter.getPrivateKey(info);
                }
                if (part instanceof PEMKeyPair pair) {
                    return converter.getKeyPair(pair).getPrivate();
                }
            }
            throw notPem("key", file, null);
        } catch (java.nio.file.FileSystemException e) {
            throw unreadable("key", file, e);
        } catch (IOException e) {
            throw notPem("key", file, e);
        }
    }

    /** Signs with one and checks with the other. */
    private static boolean fits(X509Certificate certificate, PrivateKey key, Path file) {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> key.getAlgorithm();
        };
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        try {
            byte[] message = new byte[32];
            new SecureRandom().nextBytes(message);
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(message);
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(certificate.getPublicKey());
            checking.update(message);
            return checking.verify(signing.sign());
        } catch (GeneralSecurityException e) {
            throw notPem("key", file, e);
        }
    }

    private static SettingsException unreadable(String what, Path file, IOException cause) {
        return new SettingsException(
                "the TLS " + what + " " + file + " cannot be read: "
                        + cause.getClass().getSimpleName().replace("Exception", ""),
                "name a file that Lintel's user may read (lintel.web." + what + "), such as chown lintel " + file);
    }

    private static SettingsException notPem(
            String what, Path file, @org.jspecify.annotations.Nullable Exception cause) {
        String remedy = "it must be PEM text; a key must have no password";
        String message = file + " is no TLS " + what + " that can be used";
        return cause == null ? new SettingsException(message, remedy) : new SettingsException(message, remedy, cause);
    }
}
