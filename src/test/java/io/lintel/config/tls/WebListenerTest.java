package io.lintel.config.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebListenerTest {

    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    @Test
    void withoutACertificateOnlyThisMachineIsServed() throws IOException {
        WebListener web = WebListener.of(settings());

        assertThat(web.host()).isEqualTo("127.0.0.1");
        assertThat(web.tls()).isEmpty();
    }

    @Test
    void theNetworkIsNeverServedInTheClear() throws IOException {
        WebListener web = WebListener.of(settings("lintel.web.listen=0.0.0.0"));

        assertThat(web.host()).isEqualTo("127.0.0.1");
        assertThat(web.trouble()).isNotEmpty();
    }

    @Test
    void aStartThatIsToServeTheNetworkMakesItsCertificateOnce() throws IOException {
        LintelConfig config = settings("lintel.web.listen=0.0.0.0");

        WebListener.makeCertificateIfMissing(config);
        WebListener first = WebListener.of(config);
        assertThat(first.host()).isEqualTo("0.0.0.0");
        assertThat(first.trouble()).isEmpty();
        assertThat(first.tls())
                .hasValueSatisfying(made -> assertThat(made.names())
                        .contains("localhost")
                        .containsAll(SelfSigned.namesOfThisMachine().stream()
                                .filter(name -> !name.contains(":"))
                                .toList()));

        WebListener.makeCertificateIfMissing(config);
        assertThat(WebListener.of(config)).isEqualTo(first);
    }

    @Test
    void aStartThatServesThisMachineOnlyMakesNoCertificate() throws IOException {
        LintelConfig config = settings("lintel.web.listen=127.0.0.1");

        WebListener.makeCertificateIfMissing(config);
        WebListener.makeCertificateIfMissing(settings());
        assertThat(WebListener.ownCertificate(config)).doesNotExist();
    }

    /** Such as a full disk: the door starts all the same. */
    @Test
    void aCertificateThatCannotBeMadeLeavesThisMachineServed() throws IOException {
        LintelConfig config = settings("lintel.web.listen=0.0.0.0");
        Files.createDirectories(config.data().folder());
        Files.writeString(config.data().folder().resolve("tls"), "a file where the folder should be");

        WebListener.makeCertificateIfMissing(config);
        assertThat(WebListener.of(config).host()).isEqualTo("127.0.0.1");
    }

    @Test
    void aCertificateOfOursOpensTheNetwork() throws Exception {
        LintelConfig config = settings();
        Certificate made = SelfSigned.make(
                WebListener.ownCertificate(config),
                WebListener.ownKey(config),
                Set.of("door.example", "192.168.7.7", "fd00::7"),
                NOW);

        WebListener web = WebListener.of(config);
        assertThat(web.host()).isEqualTo("0.0.0.0");
        assertThat(web.tls()).contains(made);
        assertThat(made.selfSigned()).isTrue();
        assertThat(made.isEnding(NOW)).isFalse();
        assertThat(made.isEnding(NOW.plus(Duration.ofDays(800)))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.key())))
                .isEqualTo("rw-------");
        try (InputStream in = Files.newInputStream(made.certificate())) {
            X509Certificate x509 =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            assertThat(x509.getPublicKey().getAlgorithm()).isEqualTo("EC");
            assertThat(x509.getSubjectAlternativeNames())
                    .extracting(name -> name.get(1).toString())
                    .containsExactlyInAnyOrder("door.example", "192.168.7.7", "fd00:0:0:0:0:0:0:7");
        }
    }

    @Test
    void aKeyThatBelongsToAnotherCertificateIsFound() throws IOException {
        Certificate one = make("one");
        Certificate other = make("other");

        assertThatThrownBy(() -> WebListener.of(
                        settings("lintel.web.certificate=" + one.certificate(), "lintel.web.key=" + other.key())))
                .hasMessageContaining("does not belong to");
    }

    @Test
    void filesThatCannotBeUsedAreNamed() throws IOException {
        Certificate good = make("good");
        Path text = Files.writeString(folder.resolve("text.pem"), "hello");

        assertThatThrownBy(() -> WebListener.of(settings(
                        "lintel.web.certificate=" + folder.resolve("absent.pem"), "lintel.web.key=" + good.key())))
                .hasMessageContaining("absent.pem cannot be read");
        assertThatThrownBy(() ->
                        WebListener.of(settings("lintel.web.certificate=" + text, "lintel.web.key=" + good.key())))
                .hasMessageContaining("no TLS certificate");
        assertThatThrownBy(() -> WebListener.of(
                        settings("lintel.web.certificate=" + good.certificate(), "lintel.web.key=" + text)))
                .hasMessageContaining("no TLS key");
        assertThatThrownBy(() -> WebListener.of(settings("lintel.web.certificate=" + good.certificate())))
                .hasMessageContaining("only one is set");
    }

    /** The door must start all the same: nobody named this certificate in the settings. */
    @Test
    void aBrokenCertificateOfOursLeavesThisMachineServed() throws IOException {
        LintelConfig config = settings();
        Files.createDirectories(WebListener.ownCertificate(config).getParent());
        Files.writeString(WebListener.ownCertificate(config), "broken");

        WebListener web = WebListener.of(config);
        assertThat(web.host()).isEqualTo("127.0.0.1");
        assertThat(web.trouble()).contains("certificate.pem");
    }

    private Certificate make(String name) {
        return SelfSigned.make(folder.resolve(name + ".pem"), folder.resolve(name + ".key"), Set.of("localhost"), NOW);
    }

    private LintelConfig settings(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add("lintel.data.folder=" + folder.resolve("data"));
        return new SettingsFile(Files.write(folder.resolve("lintel.properties"), all), SettingsReference.shipped())
                .load();
    }
}
