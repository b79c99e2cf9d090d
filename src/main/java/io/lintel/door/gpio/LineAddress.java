package io.lintel.door.gpio;

import java.util.OptionalInt;

/**
 * Which line is meant, as a person writes it: {@code gpiochip0:17} (chip and offset), {@code pinctrl-bcm2835:17} (chip's
 * label and offset), {@code gpiochip0:relay} (chip and line name) or {@code relay} (line name on any chip). Names and labels
 * survive a kernel that numbers its chips anew.
 *
 * @param chip device name, device path or label; empty for any chip
 * @param line offset or name
 */
public record LineAddress(String chip, String line) {

    /** Makes sense of what a person wrote; throws a {@link GpioException} if it makes none. */
    public static LineAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String chip = colon < 0 ? "" : text.substring(0, colon).trim();
        String line = text.substring(colon + 1).trim();
        LineAddress address = new LineAddress(chip, line);
        boolean chipMissing = chip.isEmpty() && (colon >= 0 || address.offset().isPresent());
        if (line.isEmpty() || chipMissing) {
            throw new GpioException(
                    "GPIO line '" + text + "' names no chip and offset, and no line name",
                    "write it like gpiochip0:17, pinctrl-bcm2835:17 or GPIO17; `gpioinfo` lists what there is");
        }
        return address;
    }

    /** The offset, if the line is given by one. */
    OptionalInt offset() {
        return line.matches("[0-9]{1,6}") ? OptionalInt.of(Integer.parseInt(line)) : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return chip.isEmpty() ? line : chip + ":" + line;
    }
}
