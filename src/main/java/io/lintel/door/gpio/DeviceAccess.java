package io.lintel.door.gpio;

import io.lintel.system.libc.Errno;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What can be said about GPIO devices from their files alone. */
final class DeviceAccess {

    private DeviceAccess() {}

    /** Every {@code gpiochip*} in a folder, by number. */
    static List<Path> chipsIn(Path folder) {
        List<Path> chips = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "gpiochip*")) {
            found.forEach(chips::add);
        } catch (IOException unreadable) {
            throw new GpioException(
                    folder + " cannot be listed: " + unreadable.getMessage(), "give the program read access to it");
        }
        chips.sort(
                Comparator.comparingInt((Path chip) -> chip.toString().length()).thenComparing(Path::toString));
        return chips;
    }

    /** Why a chip could not be opened. */
    static GpioException explain(Path device, int result) {
        if (!Files.exists(device)) {
            Path folder = device.toAbsolutePath().getParent();
            return missing(device.toString(), folder == null ? Path.of("/") : folder);
        }
        if (result == Errno.EACCES.negated() || result == Errno.EPERM.negated()) {
            return denied(device);
        }
        return new GpioException(
                device + " cannot be opened: " + Errno.describe(result), "check the device with `gpioinfo`");
    }

    static GpioException missing(String chip, Path folder) {
        List<Path> there = chipsIn(folder);
        String names = there.stream().map(Path::getFileName).map(Path::toString).collect(Collectors.joining(", "));
        return there.isEmpty()
                ? new GpioException(
                        "there is no GPIO chip " + chip + ", nor any other in " + folder,
                        "run on a board with GPIO and a kernel 5.10 or later, or leave the relay line unset to use the "
                                + "simulated door")
                : new GpioException("there is no GPIO chip " + chip, "choose one of: " + names);
    }

    private static GpioException denied(Path device) {
        String group = groupOf(device);
        String remedy = group.equals("root") || group.isEmpty()
                ? "run install.sh again: its udev rule gives GPIO chips to the group gpio; then restart the program"
                : "add the program's user to the group " + group + ": usermod -aG " + group
                        + " lintel; then restart it";
        return new GpioException("no permission to use " + device, remedy);
    }

    private static String groupOf(Path device) {
        try {
            return Files.readAttributes(device, PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException unknown) {
            // only the advice gets less precise
            return "";
        }
    }
}
