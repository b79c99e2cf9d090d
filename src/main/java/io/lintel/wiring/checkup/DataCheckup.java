package io.lintel.wiring.checkup;

import io.lintel.appliance.DiskSpace;
import io.lintel.system.LintelException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the data folder can be written and has room. */
final class DataCheckup {

    private DataCheckup() {}

    static CheckupFinding of(Path folder) {
        Path absolute = folder.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            return CheckupFinding.note("data", "there is no " + absolute + " yet", "it is made at the first start");
        }
        if (!Files.isWritable(absolute)) {
            return CheckupFinding.problem(
                    "data",
                    new LintelException(
                            absolute + " cannot be written",
                            "run it as the user that owns the folder: sudo -u lintel lintel doctor"));
        }
        return CheckupFinding.of(DiskSpace.status("data", absolute), absolute + ": ");
    }
}
