package io.lintel.site;

import io.nats.client.JetStreamApiException;

/** Errors of the server that mean something (https://github.com/nats-io/nats-server/blob/main/server/errors.json). */
final class JetStreamErrors {

    private static final int WRONG_LAST_SEQUENCE = 10071;
    private static final int NO_MESSAGE_FOUND = 10037;
    private static final int STREAM_NOT_FOUND = 10059;

    private JetStreamErrors() {}

    /** Somebody else has written since. */
    static boolean isOutdated(JetStreamApiException e) {
        return e.getApiErrorCode() == WRONG_LAST_SEQUENCE;
    }

    static boolean isNothingThere(JetStreamApiException e) {
        return e.getApiErrorCode() == NO_MESSAGE_FOUND || e.getApiErrorCode() == STREAM_NOT_FOUND;
    }
}
