package io.lintel.crypto;

import io.lintel.system.LintelException;

/** The box's key is not there, is another one, or cannot be read or written: nothing can be said about the data that it seals. */
public final class BoxKeyException extends LintelException {

    private static final long serialVersionUID = 1L;

    BoxKeyException(String what, String remedy) {
        super(what, remedy);
    }

    BoxKeyException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
