package io.lintel.system;

/**
 * What went wrong and what the person in front of it can do about it. Only the edges (a page, an API answer, a command
 * line) turn it into words for a user; stack traces never reach one.
 */
public class LintelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param what what happened and why, one sentence
     * @param remedy what to do about it: a command, a setting, a step
     */
    public LintelException(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    public LintelException(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    public final String remedy() {
        return remedy;
    }
}
