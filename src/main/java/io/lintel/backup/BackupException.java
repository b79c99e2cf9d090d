package io.lintel.backup;

import io.lintel.system.LintelException;

/** A backup that could not be made, read or restored. What was there before is unchanged. */
public final class BackupException extends LintelException {

    private static final long serialVersionUID = 1L;

    BackupException(String what, String remedy) {
        super(what, remedy);
    }

    BackupException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
