package io.lintel.cli;

import io.lintel.config.ForeignSettings;
import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsInForce;
import io.lintel.config.SettingsReference;
import io.lintel.config.TrustedProxies;
import io.lintel.config.tls.WebListener;
import io.lintel.security.ConnectionGuard;
import io.lintel.storage.Database;
import io.lintel.system.LintelException;
import io.lintel.web.UploadFolder;
import io.lintel.wiring.ApplianceRunner;
import io.lintel.wiring.StartReport;
import io.lintel.wiring.StartSettings;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a command's work as a Quarkus application, after the settings have been checked as a whole. */
final class QuarkusServiceRunner implements ServiceRunner {

    private static final AtomicReference<@Nullable Work<Services>> WORK = new AtomicReference<>();

    private final Supplier<Optional<Path>> chosenSettings;
    private final Console console;

    QuarkusServiceRunner(Supplier<Optional<Path>> chosenSettings, Console console) {
        this.chosenSettings = chosenSettings;
        this.console = console;
    }

    @Override
    public int run(boolean web, Work<Services> work) {
        Path settings = Installation.current().settingsFile(chosenSettings.get());
        SettingsFile file = new SettingsFile(settings, SettingsReference.shipped());
        StartSettings start = StartSettings.use(file);
        if (web && StartReport.restore(start.config())) {
            start = StartSettings.use(file);
        }
        StartSettings inForce = start;
        LintelConfig config = inForce.config();
        SettingsInForce.use(inForce.resolved());
        ForeignSettings.use(file);
        System.setProperty(
                "quarkus.datasource.jdbc.url",
                Database.jdbcUrl(RunMode.of(config).database(config)));
        System.setProperty(SettingsFile.IN_FORCE, settings.toAbsolutePath().toString());
        // Photos that are being sent in are faces: not into the temporary folder that all share. Every command's
        // Quarkus makes it.
        UploadFolder uploads = UploadFolder.of(config);
        System.setProperty("quarkus.http.body.uploads-directory", uploads.path().toString());
        if (web) {
            WebListener.makeCertificateIfMissing(config);
            WebListener.of(config).apply();
            ConnectionGuard.install(TrustedProxies.of(config));
            uploads.sweep();
            ApplianceRunner.announceServing();
        } else {
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.log.console.level", "WARN");
            withoutApiDocument();
        }
        WORK.set(services -> {
            // Once more for the rest: Quarkus sets its own while it starts a native binary.
            if (web) {
                StopSignals.stopInOrder();
            } else {
                StopSignals.endAtOnce();
            }
            return guarded(work, services, web ? inForce::failed : failure -> {});
        });
        int[] exitCode = {ExitCode.FAILED};
        Quarkus.run(Application.class, (code, failure) -> {
            exitCode[0] = code;
            if (failure != null) {
                if (web) {
                    inForce.failed(rootOf(failure));
                }
                console.problem(new LintelException(
                        "Lintel could not start: " + rootOf(failure).getMessage(), "see the log above", failure));
            }
        });
        return exitCode[0];
    }

    /** Quarkus reads and writes the description of the API at its start, a tenth of a command's time. Nobody asks a command for it. */
    private static void withoutApiDocument() {
        OpenApiConstants.classLoader = new ClassLoader(QuarkusServiceRunner.class.getClassLoader()) {
            @Override
            public @Nullable InputStream getResourceAsStream(String name) {
                return null;
            }
        };
    }

    private static <S> S service(Class<S> type) {
        return Arc.container().instance(type).get();
    }

    private int guarded(Work<Services> work, Services services, Consumer<LintelException> failed) throws Exception {
        try {
            return work.with(services);
        } catch (LintelException e) {
            failed.accept(e);
            console.problem(e);
            return ExitCode.FAILED;
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** What Quarkus starts: it knows the class only, so the work waits in a static place. */
    public static final class Application implements QuarkusApplication {

        @Override
        public int run(String... args) throws Exception {
            Work<Services> work = WORK.getAndSet(null);
            if (work == null) {
                throw new IllegalStateException("no command has brought work");
            }
            return work.with(QuarkusServiceRunner::service);
        }
    }
}
