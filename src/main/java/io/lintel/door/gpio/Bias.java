package io.lintel.door.gpio;

/** The pull resistor inside the chip. */
public enum Bias {
    /** As the board has set it up. */
    AS_IS(0),
    DISABLED(Uapi.FLAG_BIAS_DISABLED),
    PULL_UP(Uapi.FLAG_BIAS_PULL_UP),
    PULL_DOWN(Uapi.FLAG_BIAS_PULL_DOWN);

    private final long flag;

    Bias(long flag) {
        this.flag = flag;
    }

    long flag() {
        return flag;
    }
}
