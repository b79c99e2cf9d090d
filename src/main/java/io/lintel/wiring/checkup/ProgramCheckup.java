package io.lintel.wiring.checkup;

import io.lintel.appliance.ProgramFiles;
import java.nio.file.Path;

/** Whether the program's files are those of its release. */
public final class ProgramCheckup {

    private ProgramCheckup() {}

    /** @param home of the installation */
    public static CheckupFinding of(Path home) {
        return ProgramFiles.status("program", home)
                .map(status -> CheckupFinding.of(status, ""))
                .orElseGet(() -> CheckupFinding.note(
                        "program", "not compared: " + home + " is no release, it has no SHA256SUMS", ""));
    }
}
