package io.lintel.service;

/** A change that could weaken the door, and that the caller has not confirmed; nothing was changed. */
public final class ConfirmationNeeded extends ServiceException {

    private static final long serialVersionUID = 1L;

    /** @param question what the change does, in a sentence */
    ConfirmationNeeded(String question) {
        super(
                Reason.INVALID,
                question.replaceFirst("\\.$", ""),
                "confirm that you want this (in the API: \"confirmed\": true, or ?confirmed=true)");
    }
}
