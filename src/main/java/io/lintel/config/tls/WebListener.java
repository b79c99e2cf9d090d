package io.lintel.config.tls;

import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.config.TrustedProxies;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages are served: on this machine only, until there is a certificate.
 *
 * @param trouble why a certificate that is there is not used; empty when all is well
 */
public record WebListener(String host, int port, int httpsPort, Optional<Certificate> tls, String trouble) {

    private static final System.Logger LOG = System.getLogger(WebListener.class.getName());
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final String ALL = "0.0.0.0";
    private static final int USUAL_PORT = 8080;

    private static volatile @Nullable WebListener atStart;

    /** As it was when the program started, with the certificate that was last read. */
    public static WebListener atStart(LintelConfig config) {
        WebListener known = atStart;
        if (known == null) {
            known = of(config);
            atStart = known;
        }
        return known;
    }

    /** After the certificate's files were replaced. Where the pages listen stays as it is until the next start. */
    public static WebListener readAgain(LintelConfig config) {
        WebListener before = atStart(config);
        WebListener now = of(config);
        WebListener mixed = new WebListener(before.host(), before.port(), before.httpsPort(), now.tls(), now.trouble());
        atStart = mixed;
        return mixed;
    }

    /** The certificate of {@code lintel tls init}. */
    public static Path ownCertificate(LintelConfig config) {
        return config.data().folder().resolve("tls/certificate.pem");
    }

    public static Path ownKey(LintelConfig config) {
        return config.data().folder().resolve("tls/key.pem");
    }

    /**
     * Makes a certificate where the settings ask for the network and there is none: a box without screen and keyboard is set up
     * from another machine's browser. Where that fails, {@link #of} serves this machine only: a door does not stay shut because
     * of its pages.
     */
    public static void makeCertificateIfMissing(LintelConfig config) {
        boolean network = config.web()
                .listen()
                .map(String::strip)
                .filter(host -> !isThisMachine(host))
                .isPresent();
        if (!network || config.web().certificate().isPresent() || Files.exists(ownCertificate(config))) {
            return;
        }
        try {
            SelfSigned.make(
                    ownCertificate(config),
                    ownKey(config),
                    SelfSigned.namesOfThisMachine(),
                    InstantSource.system().instant());
        } catch (SettingsException e) {
            LOG.log(
                    Level.WARNING,
                    "tls state=no-certificate reason=\"{0}\" remedy=\"{1}\"",
                    e.getMessage(),
                    e.remedy());
        }
    }

    /** @throws SettingsException if the settings do not fit together */
    public static WebListener of(LintelConfig config) {
        LintelConfig.Web web = config.web();
        TrustedProxies.of(config);
        port("lintel.web.port", web.port());
        port("lintel.web.https-port", web.httpsPort());
        if (web.port() == web.httpsPort()) {
            throw new SettingsException("lintel.web.port and lintel.web.https-port are the same", "change one of them");
        }
        if (web.certificate().isPresent() != web.key().isPresent()) {
            throw new SettingsException(
                    "of lintel.web.certificate and lintel.web.key only one is set", "set both, or none");
        }
        Optional<Certificate> tls;
        String trouble = "";
        if (web.certificate().isPresent()) {
            tls = Optional.of(
                    Certificate.of(web.certificate().orElseThrow(), web.key().orElseThrow()));
        } else {
            // Nobody named this one in the settings: if it is not usable the door starts without it, on this machine
            // only.
            try {
                tls = Files.exists(ownCertificate(config))
                        ? Optional.of(Certificate.of(ownCertificate(config), ownKey(config)))
                        : Optional.empty();
            } catch (SettingsException e) {
                tls = Optional.empty();
                trouble = e.getMessage() + ": " + e.remedy();
            }
        }
        String host = web.listen().map(String::strip).orElse(tls.isPresent() ? ALL : THIS_MACHINE);
        if (tls.isEmpty() && !isThisMachine(host)) {
            // Never passwords and faces over the network in the clear
            host = THIS_MACHINE;
            trouble = trouble.isEmpty() ? "none could be made yet; the log of the start says why" : trouble;
        }
        return new WebListener(host, web.port(), web.httpsPort(), tls, trouble);
    }

    /** Whether other machines reach the pages, over https. */
    public boolean isOpenToTheNetwork() {
        return tls.isPresent() && !isThisMachine(host);
    }

    /** Hands it to Quarkus, which reads it at its start; a system property that is there already wins. */
    public void apply() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("quarkus.http.host", host);
        if (port != USUAL_PORT) {
            properties.put("quarkus.http.port", Integer.toString(port));
        }
        tls.ifPresent(certificate -> {
            properties.put("quarkus.http.ssl-port", Integer.toString(httpsPort));
            properties.put(
                    "quarkus.http.ssl.certificate.files",
                    certificate.certificate().toAbsolutePath().toString());
            properties.put(
                    "quarkus.http.ssl.certificate.key-files",
                    certificate.key().toAbsolutePath().toString());
            // Only with a period can it be replaced at all while the pages are served; the page does it at once
            properties.put("quarkus.http.ssl.certificate.reload-period", "1H");
        });
        properties.forEach((key, value) -> {
            if (System.getProperty(key) == null) {
                System.setProperty(key, value);
            }
        });
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new SettingsException(
                    "lintel.web.listen=" + host + " is no address of this machine",
                    "write 127.0.0.1, 0.0.0.0 or one of its own",
                    e);
        }
    }

    private static void port(String setting, int port) {
        if (port < 0 || port > 65_535) {
            throw new SettingsException(setting + "=" + port + " is no port", "1 to 65535");
        }
    }
}
