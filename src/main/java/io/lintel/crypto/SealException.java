package io.lintel.crypto;

import io.lintel.system.LintelException;

/** Stored data is not what was sealed: it was altered, belongs elsewhere or to an earlier time, or its data key is gone. */
public final class SealException extends LintelException {

    private static final long serialVersionUID = 1L;

    SealException(String what, String remedy) {
        super(what, remedy);
    }

    SealException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
