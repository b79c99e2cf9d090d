package io.lintel.door.gpio;

import java.nio.file.Path;

/**
 * A line that was found.
 *
 * @param device for example {@code /dev/gpiochip0}
 * @param name the line's name in the kernel; may be empty
 */
public record GpioLocation(Path device, int offset, String name) {

    @Override
    public String toString() {
        String at = device.getFileName() + ":" + offset;
        return name.isEmpty() ? at : at + " (" + name + ")";
    }
}
