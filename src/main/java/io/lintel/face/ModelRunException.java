package io.lintel.face;

import io.lintel.system.LintelException;

/** A model that cannot be loaded, does not have the shape it should have, or fails while it runs. */
public final class ModelRunException extends LintelException {

    private static final long serialVersionUID = 1L;

    ModelRunException(String what, Throwable cause) {
        super(what, "run `lintel models check`, then `lintel models fetch`", cause);
    }

    ModelRunException(String what) {
        super(what, "run `lintel models check`, then `lintel models fetch`");
    }
}
