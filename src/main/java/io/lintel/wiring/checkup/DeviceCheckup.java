package io.lintel.wiring.checkup;

import io.lintel.system.LintelException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the box has cameras and GPIO chips, and whether whoever runs this may use them. */
final class DeviceCheckup {

    private final Path devices;

    /** @param devices where device files are, {@code /dev} */
    DeviceCheckup(Path devices) {
        this.devices = devices;
    }

    CheckupFinding cameras() {
        return usable("camera", "video", "plug one in, or set lintel.camera.source to a network camera");
    }

    CheckupFinding gpioChips() {
        return usable(
                "gpio",
                "gpio",
                "Lintel simulates the door; a real one needs a board with GPIO and a kernel 5.10 or later");
    }

    private CheckupFinding usable(String part, String group, String withoutAny) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(devices, part.equals("camera") ? "video[0-9]*" : "gpiochip[0-9]*")) {
            for (Path file : files) {
                if (!Files.isSymbolicLink(file)) { // Raspberry Pi OS links gpiochip4 to gpiochip0: one chip
                    found.add(file);
                }
            }
        } catch (IOException e) {
            return CheckupFinding.problem(
                    part, new LintelException(devices + " cannot be listed: " + e.getMessage(), "run it as root", e));
        }
        if (found.isEmpty()) {
            return CheckupFinding.note(part, "there is none", withoutAny);
        }
        List<Path> denied = found.stream()
                .filter(file -> !Files.isReadable(file) || !Files.isWritable(file))
                .toList();
        return denied.isEmpty()
                ? CheckupFinding.ok(part, names(found))
                : CheckupFinding.problem(
                        part,
                        new LintelException(
                                "no permission to use " + names(denied),
                                "run it as root or as a member of the group " + group));
    }

    private static String names(List<Path> files) {
        return String.join(", ", files.stream().map(Path::toString).sorted().toList());
    }
}
