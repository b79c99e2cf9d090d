package io.lintel.cli;

/** Who gives commands, for the audit log. */
final class Actor {

    static final String CLI = "cli:" + System.getProperty("user.name", "unknown");

    private Actor() {}
}
