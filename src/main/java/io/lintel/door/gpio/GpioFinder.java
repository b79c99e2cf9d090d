package io.lintel.door.gpio;

import io.lintel.system.libc.LibC;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the line that an address means. */
public final class GpioFinder {

    /** How people write the name of a Raspberry Pi's line. The number of a pin of the header is another one, and is not guessed. */
    private static final Pattern USUAL = Pattern.compile("(?i)^(?:gpio|bcm)[ _.-]*(\\d{1,3})$");

    private static final Path DEV = Path.of("/dev");

    private final LibC libc;
    private final Path folder;

    public GpioFinder(LibC libc) {
        this(libc, DEV);
    }

    /** Looks in another folder than {@code /dev}. */
    GpioFinder(LibC libc, Path folder) {
        this.libc = libc;
        this.folder = folder;
    }

    /** Whether this user may open every chip that there is. */
    public boolean mayLook() {
        return DeviceAccess.chipsIn(folder).stream().allMatch(chip -> Files.isReadable(chip) && Files.isWritable(chip));
    }

    /** Finds exactly one line; throws a {@link GpioException} when there is none, or more than one. */
    public GpioLocation find(LineAddress address) {
        try {
            return findIn(address);
        } catch (GpioException missing) {
            throw isNumberThatIsGone(address.chip()) ? moved(address, missing) : missing;
        }
    }

    private GpioLocation findIn(LineAddress address) {
        List<Path> devices = address.chip().isEmpty() ? DeviceAccess.chipsIn(folder) : List.of(chip(address.chip()));
        OptionalInt offset = address.offset();
        if (offset.isPresent()) {
            try (GpioChip chip = GpioChip.open(libc, devices.getFirst())) {
                return chip.at(offset.getAsInt());
            }
        }
        List<GpioLocation> found = named(address.line(), devices);
        String usual = USUAL.matcher(address.line()).replaceFirst("GPIO$1");
        if (found.isEmpty() && named(usual, devices).size() == 1) {
            throw new GpioException(
                    "no GPIO line is named '" + address + "'",
                    "did you mean " + usual + "? `gpioinfo` lists the names");
        }
        return only(address, found);
    }

    private boolean isNumberThatIsGone(String chip) {
        return chip.matches("(.*/)?gpiochip[0-9]+") && !Files.exists(folder.resolve(chip));
    }

    /** A kernel may number its chips anew; the lines keep their names, and a Raspberry Pi's are called after their offsets. */
    private GpioException moved(LineAddress address, GpioException missing) {
        String name = address.offset().isPresent() ? "GPIO" + address.offset().getAsInt() : address.line();
        List<GpioLocation> now = named(name, DeviceAccess.chipsIn(folder));
        return now.size() == 1
                ? new GpioException(
                        missing.getMessage() + "; line " + name + " is now at " + now.getFirst(),
                        "write " + name + ", which stays right when the kernel numbers its chips anew; or "
                                + missing.remedy())
                : missing;
    }

    private List<GpioLocation> named(String name, List<Path> devices) {
        List<GpioLocation> found = new ArrayList<>();
        for (Path device : devices) {
            try (GpioChip chip = GpioChip.open(libc, device)) {
                chip.named(name).ifPresent(found::add);
            }
        }
        return found;
    }

    private static GpioLocation only(LineAddress address, List<GpioLocation> found) {
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw new GpioException(
                    "no GPIO line is named '" + address + "'", "`gpioinfo` lists the names; or write chip and offset");
        }
        String all = found.stream().map(GpioLocation::toString).collect(Collectors.joining(", "));
        throw new GpioException(
                "GPIO line '" + address + "' is on more than one chip: " + all,
                "write the chip too, like gpiochip0:17");
    }

    private Path chip(String chip) {
        Path device = folder.resolve(chip);
        if (chip.startsWith("/") || Files.exists(device) || chip.matches("gpiochip[0-9]+")) {
            return DeviceAccess.ownName(device, folder);
        }
        List<Path> labelled = new ArrayList<>();
        for (Path candidate : DeviceAccess.chipsIn(folder)) {
            try (GpioChip open = GpioChip.open(libc, candidate)) {
                if (open.label().equals(chip)) {
                    labelled.add(candidate);
                }
            }
        }
        if (labelled.size() > 1) {
            throw new GpioException(
                    "more than one GPIO chip is labelled '" + chip + "': " + labelled, "write the chip as gpiochip0");
        }
        if (labelled.isEmpty()) {
            throw DeviceAccess.missing(chip, folder);
        }
        return labelled.getFirst();
    }
}
