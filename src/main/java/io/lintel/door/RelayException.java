package io.lintel.door;

import io.lintel.system.LintelException;

/** The relay did not obey. */
public final class RelayException extends LintelException {

    private static final long serialVersionUID = 1L;

    public RelayException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
