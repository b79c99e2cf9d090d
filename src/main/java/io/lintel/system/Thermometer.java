package io.lintel.system;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** How hot the processor is, as Linux tells it. Many virtual machines have no sensor. */
public final class Thermometer {

    private static final Path ZONES = Path.of("/sys/class/thermal");

    private final Path zones;

    public Thermometer() {
        this(ZONES);
    }

    Thermometer(Path zones) {
        this.zones = zones;
    }

    /** The hottest zone, degrees Celsius; empty where there is no sensor. */
    public OptionalDouble celsius() {
        OptionalDouble hottest = OptionalDouble.empty();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(zones, "thermal_zone*")) {
            for (Path zone : all) {
                OptionalDouble here = read(zone.resolve("temp"));
                if (here.isPresent() && (hottest.isEmpty() || here.getAsDouble() > hottest.getAsDouble())) {
                    hottest = here;
                }
            }
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
        return hottest;
    }

    /** A zone that is switched off answers with an error. */
    private static OptionalDouble read(Path file) {
        try {
            return OptionalDouble.of(Integer.parseInt(Files.readString(file).strip()) / 1000.0);
        } catch (IOException | NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
