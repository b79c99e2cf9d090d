package io.lintel.door.gpio;

import io.lintel.system.libc.LibC;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lines there are and, of one that somebody means to use as a contact, its level. For a list to choose from: never moves a line, and
 * never takes one from anybody.
 */
public final class LineSurvey {

    private static final Path DEV = Path.of("/dev");
    private static final String CONSUMER = "lintel-look";

    private final LibC libc;
    private final Path folder;

    public LineSurvey(LibC libc) {
        this(libc, DEV);
    }

    /** Looks in another folder than {@code /dev}. */
    LineSurvey(LibC libc, Path folder) {
        this.libc = libc;
        this.folder = folder;
    }

    /**
     * A line as it is now.
     *
     * @param chip device name, such as gpiochip0
     * @param name in the kernel; may be empty
     * @param usedBy who has it; empty when it is free
     * @param output whether it drives a level
     */
    public record Line(String chip, int offset, String name, Optional<String> usedBy, boolean output) {

        /** As settings name it: by its name, which survives a kernel that numbers its chips anew. */
        public String address() {
            return name.isEmpty() ? chip + ":" + offset : name;
        }
    }

    /** All lines of all chips. @throws GpioException if a chip cannot be opened */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Path device : DeviceAccess.chipsIn(folder)) {
            try (GpioChip chip = GpioChip.open(libc, device)) {
                lines.addAll(chip.survey());
            }
        }
        return lines;
    }

    /**
     * Whether a contact between this line and ground is closed. The line is asked for as the input that it will be, and given back.
     *
     * @return empty where the line is used by somebody, or drives a level: those are left alone
     * @throws GpioException if there is no such line, or it cannot be read
     */
    public Optional<Boolean> isClosed(LineAddress address, Bias bias) {
        GpioLocation location = new GpioFinder(libc, folder).find(address);
        try (GpioChip chip = GpioChip.open(libc, location.device())) {
            Line line = chip.survey(location.offset());
            if (line.usedBy().isPresent() || line.output()) {
                return Optional.empty();
            }
        }
        boolean[] closed = {false};
        GpioInputLine contact = new GpioInputLine(address, true, bias, java.time.Duration.ZERO);
        GpioInput.request(libc, location, contact, CONSUMER, new LevelListener() {
                    @Override
                    public void level(boolean active) {
                        closed[0] = active;
                    }

                    @Override
                    public void failed(String why) {
                        throw new GpioException(why, "choose another line");
                    }
                })
                .close();
        return Optional.of(closed[0]);
    }
}
