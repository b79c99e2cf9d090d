package io.lintel.door.gpio;

import java.time.Duration;

/**
 * How an input is wired.
 *
 * @param activeLow the line is active when it is low, as with a contact to ground
 * @param debounce how long a level must last to count, by the kernel; 0 to 1 s
 */
public record GpioInputLine(LineAddress address, boolean activeLow, Bias bias, Duration debounce) {

    /** Reed contacts and buttons bounce for 1 to 10 ms. */
    private static final Duration USUAL_DEBOUNCE = Duration.ofMillis(30);

    private static final Duration LONGEST_DEBOUNCE = Duration.ofSeconds(1);

    public GpioInputLine {
        if (debounce.isNegative() || debounce.compareTo(LONGEST_DEBOUNCE) > 0) {
            throw new GpioException(
                    "GPIO line " + address + ": debounce=" + debounce.toMillis() + "ms is out of range",
                    "set it between 0ms and 1000ms");
        }
    }

    /** The usual wiring: a contact between the line and ground, pulled up inside the chip. Active is contact closed. */
    public static GpioInputLine contactToGround(LineAddress address) {
        return new GpioInputLine(address, true, Bias.PULL_UP, USUAL_DEBOUNCE);
    }

    long flags() {
        return Uapi.FLAG_INPUT
                | Uapi.FLAG_EDGE_RISING
                | Uapi.FLAG_EDGE_FALLING
                | (activeLow ? Uapi.FLAG_ACTIVE_LOW : 0)
                | bias.flag();
    }

    int debounceMicros() {
        return Math.toIntExact(debounce.toNanos() / 1_000);
    }
}
