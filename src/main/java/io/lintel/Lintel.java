package io.lintel;

import io.lintel.cli.LintelCommandLine;
import io.lintel.cli.StopSignals;
import io.lintel.config.Installation;
import io.lintel.system.NativeLibraries;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program. Every command starts here; only those that need a service (database, gallery, models) start Quarkus. */
@QuarkusMain
public final class Lintel {

    private Lintel() {}

    public static void main(String... args) {
        StopSignals.endAtOnce();
        Installation.current().nativeLibraries().ifPresent(NativeLibraries::useInstalled);
        System.exit(LintelCommandLine.create(args).execute(args));
    }
}
