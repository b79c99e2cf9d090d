package io.lintel.site.member;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
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

/**
 * The certificates of a site's servers: an authority of the site's own, whose key is thrown away when all servers have theirs, so that nobody can ever make another one. PEM.
 *
 * @param authority certificate that boxes trust, and no other
 */
record SiteCertificates(String authority, List<Server> servers) {

    /** Boxes trust no other authority, so nothing is gained by an end that somebody must not miss. */
    private static final Duration VALID = Duration.ofDays(20 * 365);

    private static final Duration BACKDATED = Duration.ofDays(1);

    SiteCertificates {
        servers = List.copyOf(servers);
    }

    /** @param host name or address under which boxes and the other servers reach it */
    record Server(String host, String certificate, String key) {}

    static SiteCertificates make(String site, List<String> hosts, Instant now) {
        try {
            KeyPair authority = pair();
            X500Name issuer = new X500Name("CN=Lintel site " + plain(site));
            JcaX509v3CertificateBuilder root = builder(issuer, issuer, authority, now);
            root.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            root.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            List<Server> servers = new ArrayList<>();
            for (String host : hosts) {
                KeyPair own = pair();
                JcaX509v3CertificateBuilder leaf = builder(issuer, new X500Name("CN=" + plain(host)), own, now);
                leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
                leaf.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                leaf.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                }));
                leaf.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name(host)));
                servers.add(new Server(
                        host, pem(sign(leaf, authority)), pem(new JcaPKCS8Generator(own.getPrivate(), null))));
            }
            return new SiteCertificates(pem(sign(root, authority)), servers);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("every Java platform signs with EC P-256", e);
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair pair, Instant now) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()).setBit(120),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(VALID)),
                subject,
                pair.getPublic());
    }

    private static X509CertificateHolder sign(JcaX509v3CertificateBuilder builder, KeyPair issuer)
            throws OperatorCreationException {
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate()));
    }

    private static GeneralName name(String host) {
        try {
            return new GeneralName(
                    GeneralName.iPAddress, InetAddress.ofLiteral(host).getHostAddress());
        } catch (IllegalArgumentException e) {
            return new GeneralName(GeneralName.dNSName, host);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9.:_ -]", "-");
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(object);
        }
        return text.toString();
    }
}
