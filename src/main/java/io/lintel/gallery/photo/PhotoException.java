package io.lintel.gallery.photo;

import io.lintel.system.LintelException;

/** A file that is no usable photo. */
public final class PhotoException extends LintelException {

    private static final long serialVersionUID = 1L;

    public PhotoException(String what, String remedy) {
        super(what, remedy);
    }

    PhotoException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
