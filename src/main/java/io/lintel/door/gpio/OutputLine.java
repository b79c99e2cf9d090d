package io.lintel.door.gpio;

/**
 * How an output is wired.
 *
 * @param activeLow the line is active when it is low, as on many relay boards
 * @param bias what the pin does when nobody drives it; a relay board should have a resistor of its own
 */
public record OutputLine(LineAddress address, boolean activeLow, Drive drive, Bias bias) {

    /** Active high, push-pull. */
    public static OutputLine activeHigh(LineAddress address) {
        return new OutputLine(address, false, Drive.PUSH_PULL, Bias.AS_IS);
    }

    long flags() {
        return Uapi.FLAG_OUTPUT | (activeLow ? Uapi.FLAG_ACTIVE_LOW : 0) | drive.flag() | bias.flag();
    }
}
