package io.lintel.camera;

import io.lintel.system.LintelException;

/** A camera that cannot be opened or that stopped to deliver. */
public final class CameraException extends LintelException {

    private static final long serialVersionUID = 1L;

    public CameraException(String what, String remedy) {
        super(what, remedy);
    }

    public CameraException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
