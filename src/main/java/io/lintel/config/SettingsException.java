package io.lintel.config;

import io.lintel.system.LintelException;

/** Settings that Lintel does not start with. */
public final class SettingsException extends LintelException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String what, String remedy) {
        super(what, remedy);
    }

    public SettingsException(String what, String remedy, Throwable cause) {
        super(what, remedy, cause);
    }
}
