package io.lintel.model;

/** How much Lintel depends on a model's file. */
public enum Requirement {
    /** Without it Lintel does not start. */
    REQUIRED("required"),
    /** Fetched like the required ones; without it Lintel runs, says what it cannot do, and acts accordingly. */
    RECOMMENDED("recommended"),
    /** An alternative that a setting can choose; fetched only when it is named. */
    ON_REQUEST("on-request");

    private final String key;

    Requirement(String key) {
        this.key = key;
    }

    /** The need's name in {@code catalog.json}. */
    public String key() {
        return key;
    }
}
