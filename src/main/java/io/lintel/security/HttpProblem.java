package io.lintel.security;

import io.lintel.account.AccountException;
import io.lintel.account.TooManyTriesException;
import io.lintel.gallery.photo.PhotoGateBusyException;
import io.lintel.schedule.ScheduleException;
import io.lintel.service.ServiceException;
import io.lintel.storage.StorageException;
import io.lintel.system.LintelException;

/** An answer with a status of its own, for a page and for the API alike. */
public class HttpProblem extends LintelException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of HTTP, 4xx or 5xx */
    public HttpProblem(int status, String what, String remedy) {
        super(what, remedy);
        this.status = status;
    }

    /** There is no such thing. */
    public static HttpProblem notFound(String what) {
        return new HttpProblem(404, what, "it may have been removed; look it up in its list");
    }

    public int status() {
        return status;
    }

    /** The status that tells a caller of this failure. */
    public static int statusOf(LintelException failure) {
        return switch (failure) {
            case HttpProblem problem -> problem.status();
            case ServiceException refused ->
                switch (refused.reason()) {
                    case NOT_FOUND -> 404;
                    case INVALID -> 422;
                    case NOT_ALLOWED -> 403;
                    case CONFLICT -> 409;
                    case BUSY -> 503;
                };
            case TooManyTriesException tooMany -> 429;
            case AccountException account -> 409;
            case StorageException storage -> 503;
            case PhotoGateBusyException busy -> 503;
            case ScheduleException missing when missing.isMissing() -> 404;
            default -> 422;
        };
    }
}
