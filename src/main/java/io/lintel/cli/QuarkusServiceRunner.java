package io.lintel.cli;

import io.lintel.config.Installation;
import io.lintel.config.LintelConfig;
import io.lintel.config.RunMode;
import io.lintel.config.SettingsFile;
import io.lintel.config.SettingsReference;
import io.lintel.config.tls.WebListener;
import io.lintel.storage.Database;
import io.lintel.system.LintelException;
import io.lintel.wiring.RoomSettings;
import io.lintel.wiring.Serving;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
        LintelConfig config = file.load();
        RoomSettings.check(config);
        System.setProperty(
                "quarkus.datasource.jdbc.url",
                Database.jdbcUrl(RunMode.of(config).database(config)));
        System.setProperty("quarkus.config.locations", locations(file));
        System.setProperty(SettingsFile.IN_FORCE, settings.toAbsolutePath().toString());
        // Photos that are being sent in are faces: not into the temporary folder that all share. Every command's
        // Quarkus makes it.
        System.setProperty(
                "quarkus.http.body.uploads-directory",
                config.data().folder().resolve("uploads").toAbsolutePath().toString());
        if (web) {
            WebListener.of(config).apply();
            Serving.announceServing();
        } else {
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.log.console.level", "WARN");
        }
        WORK.set(services -> {
            // Once more for the rest: Quarkus sets its own while it starts a native binary.
            if (web) {
                StopSignals.stopInOrder();
            } else {
                StopSignals.endAtOnce();
            }
            return guarded(work, services);
        });
        int[] exitCode = {ExitCode.FAILED};
        Quarkus.run(Application.class, (code, failure) -> {
            exitCode[0] = code;
            if (failure != null) {
                console.problem(new LintelException(
                        "Lintel could not start: " + rootOf(failure).getMessage(), "see the log above", failure));
            }
        });
        return exitCode[0];
    }

    /** The settings page's file says its own rank. */
    private static String locations(SettingsFile file) {
        Path page = file.page().file().toAbsolutePath();
        return file.path().toAbsolutePath() + (Files.exists(page) ? "," + page : "");
    }

    private static <S> S service(Class<S> type) {
        return Arc.container().instance(type).get();
    }

    private int guarded(Work<Services> work, Services services) throws Exception {
        try {
            return work.with(services);
        } catch (LintelException e) {
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
