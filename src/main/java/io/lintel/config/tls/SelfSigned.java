package io.lintel.config.tls;

import io.lintel.config.SettingsException;
import io.lintel.system.AtomicFile;
import io.lintel.system.MachineName;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes a certificate that nobody else vouches for: browsers ask once whether to trust it, then everything is encrypted. */
public final class SelfSigned {

    /** The longest that browsers accept of one that a person has trusted (825 days at Apple). */
    private static final Duration VALID = Duration.ofDays(820);

    /** A box without a battery clock may think that it is yesterday. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private SelfSigned() {}

    /** Host name, localhost and the addresses of this machine. */
    public static Set<String> namesOfThisMachine() {
        Set<String> names = new LinkedHashSet<>();
        Optional<String> host = MachineName.current();
        names.add(host.orElse("lintel.local"));
        host.filter(name -> !name.contains(".")).ifPresent(name -> names.add(name + ".local"));
        names.addAll(List.of("localhost", "127.0.0.1", "::1"));
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .forEach(names::add);
        } catch (java.net.SocketException e) {
            throw new SettingsException("this machine's addresses cannot be read", "try again", e);
        }
        return names;
    }

    /** Writes both files, the key for its owner only. */
    public static Certificate make(Path certificate, Path key, Set<String> names, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            write(key, AtomicFile.PRIVATE, new JcaPKCS8Generator(pair.getPrivate(), null));
            write(certificate, AtomicFile.PUBLIC, sign(pair, names, now));
            return Certificate.of(certificate, key);
        } catch (IOException e) {
            throw new SettingsException(
                    "the certificate cannot be written to " + certificate + ": " + e.getMessage(),
                    "run this as a user who may write there",
                    e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("every Java platform signs with EC P-256", e);
        }
    }

    private static X509CertificateHolder sign(KeyPair pair, Set<String> names, Instant now)
            throws IOException, OperatorCreationException {
        X500Name subject =
                new X500Name("CN=" + names.iterator().next().replaceAll("[^A-Za-z0-9.:_-]", "-") + ",O=Lintel");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(120, new SecureRandom()).setBit(120),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(VALID)),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(names.stream().map(SelfSigned::name).toArray(GeneralName[]::new)));
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
    }

    private static GeneralName name(String name) {
        try {
            InetAddress address = InetAddress.ofLiteral(name);
            return new GeneralName(GeneralName.iPAddress, address.getHostAddress());
        } catch (IllegalArgumentException e) {
            return new GeneralName(GeneralName.dNSName, name);
        }
    }

    private static void write(Path file, Set<PosixFilePermission> permissions, Object pemObject) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(pemObject);
        }
        AtomicFile.write(file, text.toString(), permissions);
    }
}
