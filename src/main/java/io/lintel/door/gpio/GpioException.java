package io.lintel.door.gpio;

import io.lintel.system.LintelException;

/** A GPIO chip or line that cannot be used. */
public final class GpioException extends LintelException {

    private static final long serialVersionUID = 1L;

    public GpioException(String what, String remedy) {
        super(what, remedy);
    }
}
