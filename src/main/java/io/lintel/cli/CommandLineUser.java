package io.lintel.cli;

/** Who gives commands, for the audit log. */
final class CommandLineUser {

    static final String CLI = "cli:" + System.getProperty("user.name", "unknown");

    private CommandLineUser() {}
}
