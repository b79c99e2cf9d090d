package io.lintel.camera;

import io.lintel.system.LintelException;

/** A camera that cannot be opened or that stopped to deliver. */
public final class CameraException extends LintelException {

    private static final long serialVersionUID = 1L;

    private final boolean end;

    public CameraException(String what, String remedy) {
        super(what, remedy);
        this.end = false;
    }

    public CameraException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
        this.end = false;
    }

    private CameraException(String name) {
        super(name + " has been played to its end", "set the camera to repeat, or choose another one");
        this.end = true;
    }

    /** A recording that was played to its regular end. */
    static CameraException endOf(String name) {
        return new CameraException(name);
    }

    /** Whether this is a recording's regular end: nothing is broken and nothing more will come. */
    public boolean isEnd() {
        return end;
    }
}
