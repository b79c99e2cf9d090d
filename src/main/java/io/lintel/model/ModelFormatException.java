package io.lintel.model;

import io.lintel.system.LintelException;

/** A published model file that is not what its format says, or uses a part of the format that Lintel does not import. */
public final class ModelFormatException extends LintelException {

    private static final long serialVersionUID = 1L;

    private static final String REMEDY = "use the model file that models/catalog.json names";

    public ModelFormatException(String what) {
        super(what, REMEDY);
    }

    public ModelFormatException(String what, Throwable cause) {
        super(what, REMEDY, cause);
    }
}
