package io.lintel.wiring.checkup;

import io.lintel.storage.DatabaseCopy;
import io.lintel.system.LintelException;
import java.nio.file.Path;

/** Whether the database file is whole, its references lead somewhere, and its tables are this Lintel's. */
public final class DatabaseCheckup {

    private DatabaseCheckup() {}

    public static CheckupFinding of(Path database) {
        try {
            return DatabaseCopy.checkThoroughly(database)
                    ? CheckupFinding.ok("database", database + " is whole")
                    : CheckupFinding.note(
                            "database",
                            database + " is whole, but of an older Lintel",
                            "the next start brings it up to date");
        } catch (LintelException e) {
            return CheckupFinding.problem("database", e);
        }
    }
}
