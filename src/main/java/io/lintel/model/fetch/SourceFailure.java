package io.lintel.model.fetch;

import java.io.IOException;

/** A source that did not give the file: the next one is asked. The message is one line for a person. */
final class SourceFailure extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    SourceFailure(String reason) {
        super(reason);
        this.reason = reason;
    }

    SourceFailure(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
