package io.lintel.alarm;

import io.lintel.system.LintelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A receiver with a certificate authority of its own, and the certificate by which it knows this box; all PEM. With an authority only
 * that one is trusted, not the runtime's list. Immutable.
 *
 * @param authority certificates of the authority
 * @param certificate this box's, with the chain behind it; only together with {@code key}
 * @param key unencrypted PKCS #8
 */
public record TlsFiles(Optional<Path> authority, Optional<Path> certificate, Optional<Path> key) {

    public static final TlsFiles NONE = new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty());

    private static final char[] IN_MEMORY = new char[0];

    public TlsFiles {
        if (certificate.isPresent() != key.isPresent()) {
            throw new LintelException(
                    "a client certificate needs its key, and a key its certificate",
                    "set client-cert-file and client-key-file, or neither");
        }
    }

    /** Reads the files; empty where none is set. @throws LintelException naming the file that cannot be used */
    public Optional<SSLContext> context() {
        if (authority.isEmpty() && certificate.isEmpty()) {
            return Optional.empty();
        }
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authority.isPresent() ? trusted(authority.get()) : null);
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(identity(), IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return Optional.of(context);
        } catch (GeneralSecurityException | IOException failed) {
            throw new LintelException("TLS cannot be set up: " + failed.getMessage(), "check the PEM files", failed);
        }
    }

    private static KeyStore trusted(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate one : certificates(file)) {
            store.setCertificateEntry("ca-" + number++, one);
        }
        return store;
    }

    private KeyStore identity() throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        if (certificate.isPresent() && key.isPresent()) {
            Certificate[] chain = certificates(certificate.get()).toArray(new Certificate[0]);
            store.setKeyEntry(
                    "own", privateKey(key.get(), chain[0].getPublicKey().getAlgorithm()), IN_MEMORY, chain);
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(Path file) {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)));
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
        } catch (CertificateException wrong) {
            throw noCertificate(file);
        }
        throw noCertificate(file);
    }

    private static LintelException noCertificate(Path file) {
        return new LintelException(file + " holds no certificate", "write it as PEM: -----BEGIN CERTIFICATE-----");
    }

    private static PrivateKey privateKey(Path file, String algorithm) {
        String pem = new String(bytes(file), StandardCharsets.ISO_8859_1);
        String begin = "-----BEGIN PRIVATE KEY-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END PRIVATE KEY-----");
        try {
            if (from >= 0 && to > from) {
                byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            }
        } catch (GeneralSecurityException | IllegalArgumentException wrong) {
            throw unusable(file);
        }
        throw unusable(file);
    }

    private static LintelException unusable(Path file) {
        return new LintelException(
                file + " is no unencrypted PKCS #8 key that fits its certificate",
                "convert it: openssl pkcs8 -topk8 -nocrypt -in KEY");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new LintelException(
                    file + " cannot be read: " + unreadable.getMessage(),
                    "check its path and its permissions",
                    unreadable);
        }
    }
}
