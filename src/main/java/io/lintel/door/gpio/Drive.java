package io.lintel.door.gpio;

/** How an output drives its line. */
public enum Drive {
    /** Both levels. */
    PUSH_PULL(0),
    /** Only low; a pull-up makes high. */
    OPEN_DRAIN(Uapi.FLAG_OPEN_DRAIN),
    /** Only high; a pull-down makes low. */
    OPEN_SOURCE(Uapi.FLAG_OPEN_SOURCE);

    private final long flag;

    Drive(long flag) {
        this.flag = flag;
    }

    long flag() {
        return flag;
    }
}
