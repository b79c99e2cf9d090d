package io.lintel.security;

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
}
