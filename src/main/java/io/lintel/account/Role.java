package io.lintel.account;

/** What someone may do; one role an account or API token. The names are stored: never rename one. */
public enum Role {
    /** Everything, accounts and settings included. */
    ADMIN("Admin", "everything: settings, accounts, people, door, log"),
    /** The daily work. */
    OPERATOR("Operator", "people, PINs, groups, schedules and holidays; open the door, look at the log"),
    /** Looks and exports, changes nothing. */
    AUDITOR("Auditor", "read everything, export the log and the list of people, change nothing");

    private final String title;
    private final String summary;

    Role(String title, String summary) {
        this.title = title;
        this.summary = summary;
    }

    /** The one of the two that may do less; the roles stand in this order. */
    Role weaker(Role other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public String title() {
        return title;
    }

    /** What the role may do, for the person who assigns it. */
    public String summary() {
        return summary;
    }
}
