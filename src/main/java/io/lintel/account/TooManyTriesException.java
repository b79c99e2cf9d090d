package io.lintel.account;

import java.time.Duration;

/** A password was not even looked at, because too many tries have failed. */
public final class TooManyTriesException extends AccountException {

    private static final long serialVersionUID = 1L;

    TooManyTriesException(Duration delay) {
        super("Too many tries have failed", "wait " + delay.plusMillis(999).toSeconds() + " s, then try again");
    }
}
