package io.lintel.account;

/**
 * Who asks, for the log and the list of sessions.
 *
 * @param name the account or API token; a dash before anybody has signed in
 * @param address where the request came from; "console" for the command line
 */
public record Actor(String name, String address) {

    private static final String NOBODY = "-";

    /** Someone who has not signed in yet. */
    public static Actor visitor(String address) {
        return new Actor(NOBODY, address);
    }

    /** Whoever has a shell on the box. */
    public static Actor console() {
        return new Actor("console", "console");
    }

    Actor as(UserName name) {
        return new Actor(name.value(), address);
    }
}
