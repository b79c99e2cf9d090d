package io.lintel.service;

import io.lintel.system.LintelException;

/** A request that a service does not carry out; nothing was changed. */
public class ServiceException extends LintelException {

    private static final long serialVersionUID = 1L;

    /** Why, for callers that answer each differently, such as by an HTTP status. */
    public enum Reason {
        NOT_FOUND,
        INVALID,
        NOT_ALLOWED,
        CONFLICT,
        BUSY
    }

    private final Reason reason;

    public ServiceException(Reason reason, String what, String remedy) {
        super(what, remedy);
        this.reason = reason;
    }

    public static ServiceException notFound(String what) {
        return new ServiceException(Reason.NOT_FOUND, what, "it may have been removed; look it up in its list");
    }

    public Reason reason() {
        return reason;
    }
}
