package io.lintel.gallery.photo;

import io.lintel.system.LintelException;

/** Others' photos are being read; nothing was changed. */
public final class PhotoGateBusyException extends LintelException {

    private static final long serialVersionUID = 1L;

    PhotoGateBusyException() {
        super("Other photos are being looked at, and several more wait", "try again in a few seconds");
    }
}
