package io.lintel.wiring;

import io.lintel.audit.AuditDetails;
import io.lintel.audit.AuditEvent;
import io.lintel.audit.AuditKind;
import io.lintel.audit.AuditLog;
import io.lintel.config.LintelConfig;
import io.lintel.config.SettingsException;
import io.lintel.config.tls.Certificate;
import io.lintel.config.tls.SelfSigned;
import io.lintel.config.tls.WebListener;
import io.lintel.system.AtomicFile;
import io.lintel.system.LintelException;
import io.quarkus.vertx.http.runtime.options.TlsCertificateReloader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Changes the certificate of the pages while they are served. Thread-safe. */
@Singleton
public class CertificateExchange {

    /** As the log names who did it. */
    private static final String RENEWAL = "lintel";

    private static final int PATIENCE_SECONDS = 10;

    private final LintelConfig config;
    private final AuditLog audit;
    private final InstantSource clock = InstantSource.system();

    CertificateExchange(LintelConfig config, AuditLog audit) {
        this.config = config;
        this.audit = audit;
    }

    /** The one in use; empty while only this machine is served. */
    public Optional<Certificate> inUse() {
        return WebListener.atStart(config).tls();
    }

    /** Whether the settings name it: then it is changed where it lies, and only read again here. */
    public boolean isNamedBySettings() {
        return config.web().certificate().isPresent();
    }

    /**
     * Uses another one from now on.
     *
     * @param certificate PEM, with its chain
     * @param key PEM, without a password
     * @throws SettingsException if they cannot be used; the one in use stays
     */
    public synchronized void replace(String actor, String certificate, String key) {
        requireOwn();
        Path tried = WebListener.ownCertificate(config).resolveSibling("tried.pem");
        Path triedKey = WebListener.ownKey(config).resolveSibling("tried-key.pem");
        try {
            AtomicFile.write(triedKey, key, AtomicFile.PRIVATE);
            AtomicFile.write(tried, certificate, AtomicFile.PUBLIC);
            Certificate usable = Certificate.of(tried, triedKey);
            if (usable.until().isBefore(clock.instant())) {
                throw new SettingsException("This certificate has ended on " + usable.until(), "get a new one");
            }
            AtomicFile.finish(triedKey, WebListener.ownKey(config));
            AtomicFile.finish(tried, WebListener.ownCertificate(config));
        } catch (IOException e) {
            throw new SettingsException(
                    "The certificate cannot be written: " + e.getMessage(),
                    "make the data folder writable for Lintel's user",
                    e);
        } finally {
            deleteQuietly(tried);
            deleteQuietly(triedKey);
        }
        use(actor);
    }

    /** Makes a self-signed one for the names and addresses that this machine has now. */
    public synchronized void makeOwn(String actor) {
        requireOwn();
        SelfSigned.make(
                WebListener.ownCertificate(config),
                WebListener.ownKey(config),
                SelfSigned.namesOfThisMachine(),
                clock.instant());
        use(actor);
    }

    /** Reads the files again that the settings name. @throws SettingsException if they cannot be used */
    public synchronized void readAgain(String actor) {
        use(actor);
    }

    /**
     * Takes one that was renewed where it lies, as certificate authorities' programs do every few weeks. One that cannot be used, such as one
     * whose key has not come yet, leaves the one in use.
     *
     * @throws SettingsException if what the settings name cannot be used
     */
    synchronized void useIfRenewed() {
        Optional<Certificate> before = inUse();
        Optional<Certificate> now = WebListener.of(config).tls();
        if (before.isPresent() && now.isPresent() && !now.equals(before)) {
            use(RENEWAL);
        }
    }

    private void requireOwn() {
        if (isNamedBySettings()) {
            throw new SettingsException(
                    "The settings name the certificate",
                    "replace the file of lintel.web.certificate, then let it be read again");
        }
    }

    private void use(String actor) {
        Certificate now = WebListener.readAgain(config)
                .tls()
                .orElseThrow(() -> new SettingsException("There is no certificate", "make one"));
        audit.append(AuditEvent.of(AuditKind.SETTING_CHANGED, actor)
                .with(new AuditDetails()
                        .put("setting", "certificate")
                        .put("new", now.until().toString())));
        try {
            TlsCertificateReloader.reload().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new LintelException(
                    "The certificate is saved, but not in use yet: " + e.getMessage(), "restart Lintel", e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(CertificateExchange.class.getName())
                    .log(System.Logger.Level.WARNING, "{0} stays: {1}", file, e.getMessage());
        }
    }
}
