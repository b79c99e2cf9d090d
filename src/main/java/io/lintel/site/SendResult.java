package io.lintel.site;

/** What became of a change that was sent. */
public sealed interface SendResult {

    /** The site has it. */
    record Sent() implements SendResult {}

    /** Somebody else was first; theirs is here now. @param by name of their box; empty if they removed it */
    record Overruled(String by) implements SendResult {}
}
