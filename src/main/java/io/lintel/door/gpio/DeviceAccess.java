package io.lintel.door.gpio;

import io.lintel.system.libc.Errno;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be said about GPIO devices from their files alone. */
final class DeviceAccess {

    /** {@code S_IFMT} and {@code S_IFCHR} of stat(2). */
    private static final int FILE_TYPE = 0170000;

    private static final int CHARACTER_DEVICE = 0020000;

    private DeviceAccess() {}

    /**
     * Every chip in a folder once, by number. Raspberry Pi OS links {@code gpiochip4} to {@code gpiochip0} for programs written before
     * the header's chip moved: that is one chip, under its own name.
     */
    static List<Path> chipsIn(Path folder) {
        List<Path> chips = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "gpiochip*")) {
            found.forEach(chips::add);
        } catch (IOException unreadable) {
            throw new GpioException(
                    folder + " cannot be listed: " + unreadable.getMessage(), "give the program read access to it");
        }
        Comparator<Path> byNumber =
                Comparator.comparingInt((Path chip) -> chip.toString().length()).thenComparing(Path::toString);
        chips.sort(
                Comparator.comparing((Path chip) -> Files.isSymbolicLink(chip)).thenComparing(byNumber));
        Map<Object, Path> once = new HashMap<>();
        chips.forEach(chip -> identity(chip).ifPresent(same -> once.putIfAbsent(same, chip)));
        return once.values().stream().sorted(byNumber).toList();
    }

    /** The name under which {@link #chipsIn} knows a device that was named by a link or a second node; else the device itself. */
    static Path ownName(Path device, Path folder) {
        Optional<Object> same = identity(device);
        return same.isEmpty()
                ? device
                : chipsIn(folder).stream()
                        .filter(chip -> identity(chip).equals(same))
                        .findFirst()
                        .orElse(device);
    }

    /** Equal for all paths to one device: its device number, or of what has none its real path; empty for a link to nothing. */
    private static Optional<Object> identity(Path device) {
        try {
            boolean numbered = ((int) Files.getAttribute(device, "unix:mode") & FILE_TYPE) == CHARACTER_DEVICE;
            return Optional.of(numbered ? Files.getAttribute(device, "unix:rdev") : device.toRealPath());
        } catch (IOException gone) {
            return Optional.empty();
        }
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
