package io.lintel;

import io.lintel.cli.LintelCommandLine;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program. Every command starts here; only those that need the house (database, gallery, models) start Quarkus. */
@QuarkusMain
public final class Lintel {

    private Lintel() {}

    public static void main(String... args) {
        System.exit(LintelCommandLine.create().execute(args));
    }
}
